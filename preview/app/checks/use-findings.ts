import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { EmailFindings, EmailQuery } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import type { FindingsState } from "../data/findings.ts";
import { site } from "../data/site.ts";
import { usePacedQuery } from "../data/use-paced-query.ts";

/** The findings of an email as the page shows them now. */
export interface ShownFindings {
  /** What is known of the state that the URL names. */
  readonly state: FindingsState;
  /** What to show: the findings of that state, or what was shown before, until they are there. */
  readonly shown: EmailFindings | null;
}

/**
 * Asks what is wrong with an email, and again after each change; the old findings stay until then.
 *
 * @param delayMs how long to wait before asking: what shows besides goes first
 * @param isMeasured whether contrast is then measured in a browser
 */
export function useFindings(
  { id, variant, locale, props }: EmailQuery,
  delayMs: number,
  isMeasured = false,
): ShownFindings {
  const { findings, views } = useClient();
  const newest = useMemo(() => ({ id, variant, locale, props }), [id, variant, locale, props]);
  const query = usePacedQuery(newest, views);
  const state = useSyncExternalStore(
    findings.subscribe,
    useCallback(() => findings.read(query), [findings, query]),
  );
  useEffect(() => {
    if (delayMs === 0) return findings.watch(query);
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = findings.watch(query);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [findings, query, delayMs]);
  const estimate = state.loading ? null : state.findings;
  useEffect(() => {
    if (isMeasured && estimate && !site.isStatic) return findings.measure(query, estimate);
    return undefined;
  }, [findings, query, estimate, isMeasured]);
  const [held, setHeld] = useState<EmailFindings | null>(null);
  if (state.findings && state.findings !== held) setHeld(state.findings);
  return { state, shown: state.findings ?? held };
}
