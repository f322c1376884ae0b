import { useEffect, useState } from "react";
import type { ChangePlan, SourceChange } from "../../protocol/index.ts";
import { postChange } from "../data/change-endpoints.ts";

/** How long one pauses in typing before the plan is made, ms. */
const pauseMs = 120;

/** What a change would do, asked anew while one types; the last plan goes with the next key. */
export function usePlan(change: SourceChange | null): {
  readonly plan: ChangePlan | null;
  readonly problem: string | null;
} {
  const ask = JSON.stringify(change);
  const [known, setKnown] = useState<{
    readonly ask: string;
    readonly plan: ChangePlan | null;
    readonly problem: string | null;
  } | null>(null);
  useEffect(() => {
    const asked = JSON.parse(ask) as SourceChange | null;
    if (asked === null) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await postChange({ change: asked, version: null }, request);
      if (request.signal.aborted) return;
      setKnown(
        answer.ok
          ? { ask, plan: answer.value, problem: null }
          : { ask, plan: null, problem: answer.problem.message },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [ask]);
  // Of another name it says nothing.
  return known?.ask === ask ? known : { plan: null, problem: null };
}
