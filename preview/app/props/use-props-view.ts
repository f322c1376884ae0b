import { useEffect, useState } from "react";
import type { PropsView } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { fetchProps } from "../data/email-endpoints.ts";

/** What can be edited of an email, and why it cannot be told where it cannot. */
export interface PropsViewState {
  /** The last answer about this email; stays while a newer one is on its way. */
  readonly view: PropsView | null;
  readonly problem: string | null;
}

/** Asks what can be edited of an email, and again after each change on disk. */
export function usePropsView(id: string, variant: string, revision: number): PropsViewState {
  const [answer, setAnswer] = useState<Answer<PropsView> | null>(null);
  const [held, setHeld] = useState<PropsView | null>(null);
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchProps({ id, variant }, { signal: request.signal }).then((next) => {
      if (request.signal.aborted) return;
      setAnswer(next);
      if (next.ok) setHeld(next.value);
    });
    return () => request.abort();
  }, [id, variant, revision]);
  const view = held?.id === id ? held : null;
  return { view, problem: answer && !answer.ok ? answer.problem.message : null };
}
