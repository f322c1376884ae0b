import { useEffect, useMemo, useState } from "react";
import type { EmailQuery, LocatedEmail } from "../../../protocol.ts";
import { type Answer, fetchLocated } from "../../data/api.ts";

/** An email with the places of its elements, and its document to look them up in. */
export interface Located extends LocatedEmail {
  readonly body: HTMLElement;
}

/** Asks where the elements of an email are written, anew at each revision. */
export function useLocated(
  { id, variant, locale, props }: EmailQuery,
  revision: number,
): { readonly located: Located | null; readonly problem: string | null } {
  const query = useMemo(() => ({ id, variant, locale, props }), [id, variant, locale, props]);
  const [answer, setAnswer] = useState<Answer<LocatedEmail> | null>(null);
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchLocated(query, { signal: request.signal }).then((next) => {
      if (!request.signal.aborted) setAnswer(next);
    });
    return () => request.abort();
  }, [query, revision]);
  const located = useMemo(() => {
    if (!answer?.ok) return null;
    // A parsed document that is never shown: it loads nothing and runs nothing.
    const { body } = new DOMParser().parseFromString(answer.value.html, "text/html");
    return { ...answer.value, body };
  }, [answer]);
  return { located, problem: answer && !answer.ok ? answer.problem.message : null };
}
