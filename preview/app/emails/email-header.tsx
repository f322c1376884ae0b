import { Fragment } from "react";
import type { Variant } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import { ManageButton } from "../manage/manage-button.tsx";
import { PhoneButton } from "../phone/phone-button.tsx";
import { LocalePicker } from "../props/locale-picker.tsx";
import { PropsButton } from "../props/props-button.tsx";
import { ReviewButton } from "../review/review-button.tsx";
import { type EmailRoute, emailQuery } from "../route.ts";
import { SendForm } from "../send/send-form.tsx";
import { ListToggle } from "../ui/list-toggle.tsx";
import { VariantPicker } from "./variant-picker.tsx";

/** What the email is: its path, its variant; and where it may go. */
export function EmailHeader({
  route,
  variants,
  variant,
  locales,
  from,
}: {
  readonly route: EmailRoute;
  readonly variants: readonly Variant[];
  readonly locales: readonly string[];
  readonly variant: string;
  /** Who it is from; null: it does not render. */
  readonly from: string | null;
}) {
  return (
    <header className="stage-bar">
      <ListToggle />
      <Breadcrumb id={route.id} />
      <VariantPicker route={route} variants={variants} variant={variant} />
      <LocalePicker route={route} locales={locales} />
      {site.hasProps && <PropsButton id={route.id} />}
      {site.isStatic && <ReviewButton />}
      {!site.isStatic && (
        <ManageButton route={route} variant={variants.find(({ slug }) => slug === variant)} />
      )}
      <span className="stage-space" />
      {!site.isStatic && <PhoneButton email={{ id: route.id, variant }} />}
      {!site.isStatic && (
        <SendForm
          from={from}
          query={{ ...emailQuery(route), variant }}
          variants={variants}
          locales={locales}
        />
      )}
    </header>
  );
}

function Breadcrumb({ id }: { readonly id: string }) {
  const parts = id.split("/");
  const folders = parts.slice(0, -1);
  return (
    <h1 className="breadcrumb truncate" title={id}>
      {folders.map((folder, depth) => (
        <Fragment key={parts.slice(0, depth + 1).join("/")}>
          <span className="breadcrumb-folder">{folder}</span>
          <span className="breadcrumb-slash"> / </span>
        </Fragment>
      ))}
      {parts.at(-1)}
    </h1>
  );
}
