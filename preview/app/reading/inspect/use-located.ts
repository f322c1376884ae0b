import { useMemo } from "react";
import type { EmailQuery, LocatedEmail } from "../../../protocol/index.ts";
import { fetchLocated } from "../../data/email-endpoints.ts";
import { bodyOf } from "../../frame/email-dom.ts";
import { useEmailAnswer } from "../use-email-answer.ts";

/** An email with the places of its elements, and its document to look them up in. */
export interface Located extends LocatedEmail {
  readonly body: HTMLElement;
}

/** Asks where the elements of an email are written, anew at each revision. */
export function useLocated(
  query: EmailQuery,
  revision: number,
): { readonly located: Located | null; readonly problem: string | null } {
  const answer = useEmailAnswer(fetchLocated, query, revision);
  const located = useMemo(() => {
    if (!answer?.ok) return null;
    // A parsed document that is never shown: it loads nothing and runs nothing.
    const body = bodyOf(new DOMParser().parseFromString(answer.value.html, "text/html"));
    return body && { ...answer.value, body };
  }, [answer]);
  return { located, problem: answer && !answer.ok ? answer.problem.message : null };
}
