import { lazy, Suspense, useEffect, useState } from "react";
import type { EmailView } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { PropsRefusal } from "../props/props-refusal.tsx";
import { HtmlView } from "../reading/html-view.tsx";
import { MimeView } from "../reading/mime/mime-view.tsx";
import { TextView } from "../reading/text-view.tsx";
import type { EmailRoute, FrameLook } from "../route.ts";
import { goTo } from "../use-route.ts";
import { VariantSheet } from "../variant-sheet/variant-sheet.tsx";
import { EmailPreview } from "./email-preview.tsx";
import { ErrorPanel } from "./error-panel.tsx";
import { markReady } from "./ready.ts";
import { SourceView } from "./source-view.tsx";
import { useSourceAhead } from "./use-source-ahead.ts";

const PictureCompare = lazy(() => import("../pictures/picture-compare.tsx"));

/** The email in the view that the URL names; its error over it when it has one. */
export function EmailContent({
  route,
  view,
  arrivedAt,
  isGone,
  onLook,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
  readonly arrivedAt: number;
  /** The email is not there any more: what was last seen of it shows, and no error of it. */
  readonly isGone: boolean;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  const { result } = view;
  const failed = result.status === "failed";
  const render = failed ? result.lastGood : result;
  const issues = (failed && result.issues) || [];
  // While one types, a prop that the schema refuses is no reason to hide or dim the email.
  const isRefusal = issues.length > 0 && route.props !== null && render !== null;
  const [framed, setFramed] = useState("");
  const { drafts } = useClient();
  const reset = () => {
    drafts.edit(route.id, null);
    goTo({ ...route, props: null });
  };
  useSourceAhead(view, route.view === "source");

  // The frame tells when it shows a render; every other view shows it as soon as it is drawn.
  const token = `${view.id}|${view.variant}|${view.revision}`;
  const isSheet = route.view === "preview" && route.sheet;
  const compares =
    route.view === "preview" && !isSheet && route.pictures && route.diff !== null && !site.isStatic;
  const waitsForFrame = route.view === "preview" && !route.sheet && !compares && !failed;
  useEffect(() => {
    if (!waitsForFrame || framed === token) markReady(token);
  }, [waitsForFrame, framed, token]);

  return (
    <>
      {route.view === "source" && <SourceView key={view.id} route={route} view={view} />}
      {isSheet && <VariantSheet view={view} route={route} />}
      {render && compares && (
        <Suspense>
          <PictureCompare route={route} view={view} render={render} />
        </Suspense>
      )}
      {render && route.view === "preview" && !isSheet && !compares && (
        <EmailPreview
          view={view}
          render={render}
          route={route}
          arrivedAt={arrivedAt}
          dimmed={(failed && !isRefusal) || isGone}
          onLook={onLook}
          onShown={setFramed}
          token={token}
        />
      )}
      {render && route.view === "html" && <HtmlView route={route} view={view} render={render} />}
      {render && route.view === "text" && <TextView route={route} view={view} render={render} />}
      {render && route.view === "mime" && <MimeView route={route} view={view} />}
      {isRefusal && !isGone && <PropsRefusal issues={issues} />}
      {failed && !isRefusal && !isGone && route.view !== "source" && (
        <ErrorPanel
          email={view}
          failure={result}
          lines={view.console ?? []}
          onReset={route.props !== null && result.phase === "render" ? reset : null}
        />
      )}
    </>
  );
}
