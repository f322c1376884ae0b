import { useEffect, useMemo, useState } from "react";
import type { EmailQuery, MimeMessage } from "../../../protocol.ts";
import { type Answer, fetchMime } from "../../data/api.ts";

/** The message that an email would leave as, made anew at each revision; the old one stays until then. */
export function useMime(
  { id, variant, locale, props }: EmailQuery,
  revision: number,
): Answer<MimeMessage> | null {
  const query = useMemo(() => ({ id, variant, locale, props }), [id, variant, locale, props]);
  const [answer, setAnswer] = useState<Answer<MimeMessage> | null>(null);
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchMime(query, { signal: request.signal }).then((next) => {
      if (!request.signal.aborted) setAnswer(next);
    });
    return () => request.abort();
  }, [query, revision]);
  return answer;
}
