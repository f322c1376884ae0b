import { useId, useRef, useState } from "react";
import type { EmailView, SourcePlace } from "../../protocol/index.ts";
import { FindingOutlines } from "../checks/finding-outlines.tsx";
import { site } from "../data/site.ts";
import { useEmailView } from "../data/use-email-view.ts";
import { useHandlers } from "../keys/actions.tsx";
import { Inspector } from "../reading/inspect/inspector.tsx";
import type { EmailRoute, FrameLook } from "../route.ts";
import { tabId } from "../ui/tabs.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { goTo } from "../use-route.ts";
import { ConsoleDrawer } from "./console-drawer.tsx";
import { EmailContent } from "./email-content.tsx";
import { EmailHeader } from "./email-header.tsx";
import { emailTabs } from "./email-tabs.ts";
import { EmailToolbar } from "./email-toolbar.tsx";
import { MissingEmail } from "./missing-email.tsx";
import { useOpenPlace } from "./use-open-place.ts";
import { WaitingNote } from "./waiting-note.tsx";
import { WarningsDrawer } from "./warnings-drawer.tsx";
import "./stage.css";

/** One email: what it is called, how one looks at it, and itself. */
export function EmailStage({ route }: { readonly route: EmailRoute }) {
  const { state, shown } = useEmailView(route);
  const slow = useDelayed(state.loading && state.view === null);
  const isAway = state.problem?.kind === "unreachable";
  // What is held is another email, or another variant: never without saying so.
  const isOld = state.view === null && shown !== null && isAnother(shown, route);
  const waits = useDelayed(isOld && !isAway) || (isOld && isAway);
  // A server that is away says nothing of the email; the status bar tells.
  const problem = isAway ? null : state.problem;
  const panelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [locating, setLocating] = useState(false);
  const locates =
    locating &&
    route.view === "preview" &&
    !route.sheet &&
    !(route.pictures && route.diff !== null) &&
    !site.isStatic;
  const variants = shown?.id === route.id ? shown.variants : [];
  const locales = shown?.id === route.id ? shown.locales : [];
  const variant = shown?.id === route.id ? shown.variant : route.variant;

  const open = useOpenPlace();

  const turnVariant = (step: number) => {
    const at = variants.findIndex(({ slug }) => slug === variant);
    const next = variants[(at + step + variants.length) % variants.length];
    if (next) goTo({ ...route, variant: next.slug });
  };
  const view = (at: number) => () =>
    goTo({ ...route, view: emailTabs[at]?.name ?? route.view, at: null });
  useHandlers({
    "next-variant": () => turnVariant(1),
    "previous-variant": () => turnVariant(-1),
    "view-1": view(0),
    "view-2": view(1),
    "view-3": view(2),
    "view-4": view(3),
    "view-5": view(4),
    locate: () => setLocating(!locates),
    ...(shown && !site.isStatic && { editor: () => void open(placeOf(shown)) }),
  });
  const setLook = (change: Partial<FrameLook>) =>
    goTo({ ...route, ...change }, { replace: isSize(change.width) || isSize(change.height) });

  return (
    <>
      {slow && <div className="loading-line" role="progressbar" aria-label="Loading" />}
      <EmailHeader
        {...{ route, variants, variant, locales }}
        from={shown?.id === route.id ? senderOf(shown) : null}
      />
      <EmailToolbar
        route={route}
        panelId={panelId}
        onLook={setLook}
        choices={{ variants, variant, locales, locale: route.locale }}
        locating={locates}
        onLocate={() => setLocating(!locates)}
        shown={shown?.id === route.id ? shown : null}
      />
      <div
        ref={panel}
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, route.view)}
        aria-busy={slow}
        className="stage-panel"
        data-waits={waits}
      >
        {shown && (
          <EmailContent
            route={route}
            view={shown}
            arrivedAt={state.arrivedAt}
            isGone={problem !== null}
            onLook={setLook}
          />
        )}
        {locates && shown && (
          <Inspector route={route} view={shown} stage={panel} onEnd={() => setLocating(false)} />
        )}
        {route.view === "preview" && !route.sheet && !locates && shown && (
          <FindingOutlines view={shown} stage={panel} />
        )}
        {waits && shown && !problem && <WaitingNote route={route} behind={shown} isAway={isAway} />}
        {problem && <MissingEmail route={route} problem={problem} />}
      </div>
      {shown?.result.status === "rendered" && (
        <>
          <WarningsDrawer warnings={shown.result.warnings ?? []} />
          <ConsoleDrawer lines={shown.console ?? []} />
        </>
      )}
    </>
  );
}

function senderOf({ result }: EmailView): string | null {
  return (result.status === "failed" ? result.lastGood?.from : result.from) ?? null;
}

function isAnother(shown: EmailView, { id, variant }: EmailRoute): boolean {
  return shown.id !== id || shown.variant !== variant;
}

/** Where an email's author wants to be: where it fails, or at its beginning. */
function placeOf({ file, result }: EmailView): SourcePlace {
  const failed = result.status === "failed" ? result.location : null;
  return failed ?? { file, line: 1, column: 1 };
}

/** A size in px comes out of a drag: what lay between is not worth going back to. */
function isSize(size: unknown): boolean {
  return typeof size === "number";
}
