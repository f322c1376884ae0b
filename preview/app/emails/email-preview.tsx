import { useEffect, useMemo, useState } from "react";
import type { EmailView, RenderSuccess } from "../../protocol/index.ts";
import { useEmailView } from "../data/use-email-view.ts";
import { hasDarkStyles } from "../frame/frame-document.ts";
import { LightTable } from "../frame/light-table.tsx";
import type { SheetPlan } from "../frame/sheet-plan.ts";
import type { EmailRoute, FrameLook } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatBytes } from "../ui/format.ts";
import { useNotices } from "../ui/notices.tsx";
import { besideQuery } from "./beside-query.ts";
import { InboxLine } from "./inbox-line.tsx";

/** From here on an email is shown only when asked for, octets. */
const hugeBytes = 5 * 1024 * 1024;

/** The email on the light table, under its line in an inbox. */
export function EmailPreview({
  view,
  render,
  route,
  arrivedAt,
  dimmed,
  token,
  onLook,
  onShown,
}: {
  readonly view: EmailView;
  readonly render: RenderSuccess;
  readonly route: EmailRoute;
  readonly arrivedAt: number;
  readonly dimmed: boolean;
  readonly token: string;
  readonly onLook: (change: Partial<FrameLook>) => void;
  readonly onShown: (token: string) => void;
}) {
  const [shownHuge, setShownHuge] = useState(false);
  const isHeld = render.htmlBytes > hugeBytes && !shownHuge;
  const { id, variant } = view;
  const variantName = view.variants.find(({ slug }) => slug === variant)?.name ?? variant;
  const content = useMemo(
    () => ({
      token,
      scrollKey: id,
      title: `${id}, ${variantName}`,
      html: render.html,
    }),
    [token, id, variantName, render.html],
  );
  const other = useOther(route);
  const { announce } = useNotices();
  const shown = (shownToken: string) => {
    announce(`${id}, ${variantName}: shown`);
    onShown(shownToken);
  };
  useEffect(() => {
    if (isHeld) onShown(token);
  }, [isHeld, onShown, token]);

  if (isHeld) {
    return (
      <EmptyState level={2} title={`This email is ${formatBytes(render.htmlBytes)} large`}>
        <p>Drawing it may take the browser a while. Gmail cuts a mail off at 102 KB.</p>
        <Button onClick={() => setShownHuge(true)}>Show it</Button>
      </EmptyState>
    );
  }
  const renderOn = (plan: SheetPlan) => (plan.shows === "other" && other.render) || render;
  return (
    <LightTable
      content={content}
      other={other.content}
      look={route}
      onLook={onLook}
      dimmed={dimmed}
      onShown={shown}
      note={(plan) =>
        plan.theme === "dark" && !hasDarkStyles(renderOn(plan).html)
          ? "The email has no dark styles of its own"
          : plan.shows === "other"
            ? other.name
            : other.content && variantName
      }
      heading={(plan) => (
        <InboxLine
          render={renderOn(plan)}
          arrivedAt={arrivedAt}
          canOpen={plan.key === "main" && route.beside === null}
        />
      )}
    />
  );
}

/** The email that lies beside: another variant or locale of this one. */
function useOther(route: EmailRoute) {
  const query = besideQuery(route);
  const { shown } = useEmailView(query ?? route);
  const view = query && shown?.id === route.id ? shown : null;
  const result = view?.result;
  const render = result?.status === "failed" ? result.lastGood : (result ?? null);
  const variantName = view?.variants.find(({ slug }) => slug === view.variant)?.name;
  const name = query?.locale ?? variantName ?? null;
  const token = view ? `beside|${view.id}|${view.variant}|${query?.locale}|${view.revision}` : "";
  const content = useMemo(
    () =>
      render && query
        ? {
            token,
            scrollKey: `beside|${route.id}`,
            title: `${route.id}, ${name}`,
            html: render.html,
          }
        : null,
    [render, query, token, route.id, name],
  );
  return { render, name, content };
}
