import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EmailFindings, ShownFinding } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { describePlace } from "../emails/place-text.ts";
import { useHandlers } from "../keys/actions.tsx";
import type { EmailRoute } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { CircleCheck, Wrench } from "../ui/icons.ts";
import { useDelayed } from "../ui/use-delayed.ts";
import { goTo } from "../use-route.ts";
import { CheckScopeNote } from "./check-scope.tsx";
import type { FindingActions } from "./finding-actions.ts";
import { FindingList } from "./finding-list.tsx";
import { countBySeverity, describeCount } from "./finding-words.ts";
import { useFindings } from "./use-findings.ts";
import { useSpread } from "./use-spread.ts";
import "./checks.css";

const FixDialog = lazy(() => import("./fix-dialog.tsx"));

/** What is wrong with the email that shows: to see, to find in its source, to fix. */
export default function ChecksPanel({ route }: { readonly route: EmailRoute }) {
  const { state, shown } = useFindings(route, 0, true);
  const isSlow = useDelayed(state.loading);
  if (state.problem && !state.loading) {
    return (
      <p className="checks-words" role="alert">
        {state.problem.message}
      </p>
    );
  }
  if (!shown) return isSlow && <p className="checks-words">Checking…</p>;
  return <Findings key={route.id} route={route} shown={shown} isSlow={isSlow} />;
}

function Findings({
  route,
  shown,
  isSlow,
}: {
  readonly route: EmailRoute;
  readonly shown: EmailFindings;
  readonly isSlow: boolean;
}) {
  const { findings: store } = useClient();
  const { findings, scope, allowed, status } = shown;
  const spread = useSpread(shown.id, shown.revision);
  const [fixing, setFixing] = useState<readonly ShownFinding[] | null>(null);
  const isUnchecked = status === "unchecked";
  const fixable = useMemo(
    () => (site.isStatic ? [] : findings.filter(({ fix }) => fix !== null)),
    [findings],
  );
  const open = useOpenFinding(route, shown);
  const point = useCallback((finding: ShownFinding | null) => store.pointed.set(finding), [store]);
  useEffect(() => () => store.pointed.set(null), [store]);
  const actions = useMemo<FindingActions>(() => ({ open, point, fix: setFixing }), [open, point]);
  const summary = isUnchecked
    ? "Not checked"
    : describeCount(countBySeverity(shown.id, findings), "all");
  return (
    <>
      <div className="checks-head">
        <p className="truncate" role="status" title={summary}>
          {isSlow ? "Checking…" : summary}
        </p>
        {fixable.length > 1 && (
          <Button
            className="checks-fix-all"
            data-tip="Every change that is certain to be right"
            onClick={() => setFixing(fixable)}
          >
            <Wrench size={14} /> Fix all {fixable.length}
          </Button>
        )}
      </div>
      <div
        className="checks-body scrolls"
        aria-busy={isSlow}
        data-stale={isSlow}
        data-revision={shown.revision}
      >
        {isUnchecked && <DoesNotRender />}
        {site.isStatic && route.props !== null && (
          <p className="checks-words">
            An export is checked as it was written: these are the findings without your edits of the
            props.
          </p>
        )}
        {!isUnchecked && findings.length === 0 && (
          <div className="checks-none">
            <CircleCheck size={20} />
            <h2>Nothing found</h2>
            <p>No reader of this email meets anything that the checks know to be wrong.</p>
          </div>
        )}
        <FindingList
          email={{ id: shown.id, variant: shown.variant }}
          findings={findings}
          spread={spread}
          actions={actions}
        />
        <CheckScopeNote scope={scope} allowed={allowed} />
      </div>
      {fixing && (
        <Suspense fallback={null}>
          <FixDialog route={route} findings={fixing} onClose={() => setFixing(null)} />
        </Suspense>
      )}
    </>
  );
}

function DoesNotRender() {
  return (
    <p className="checks-words">
      This email does not render, so there is nothing to check.
      {!site.isStatic && " Its findings come with the first render that works."}
    </p>
  );
}

/** Shows the source of a finding at its line; Escape leads back to where one was. */
function useOpenFinding(route: EmailRoute, { variant }: EmailFindings) {
  const [cameFrom, setCameFrom] = useState<EmailRoute | null>(null);
  const latest = useRef({ route, variant });
  latest.current = { route, variant };
  useHandlers(
    cameFrom && route.view === "source"
      ? {
          back: () => {
            goTo(cameFrom);
            setCameFrom(null);
          },
        }
      : {},
  );
  return useCallback(({ place }: ShownFinding) => {
    const { route: now } = latest.current;
    if (!place || !site.hasSource) return;
    if (now.view !== "source") setCameFrom(now);
    goTo({ ...now, view: "source", diff: null, at: describePlace(place) });
  }, []);
}
