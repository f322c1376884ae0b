import { useEffect, useMemo, useState } from "react";
import type { EmailQuery } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";

/**
 * What the server says of a state of an email, asked anew at each revision; the old answer stays
 * until then.
 *
 * @param fetchAnswer the same function each time
 */
export function useEmailAnswer<T>(
  fetchAnswer: (query: EmailQuery, options: { readonly signal: AbortSignal }) => Promise<Answer<T>>,
  { id, variant, locale, props }: EmailQuery,
  revision: number,
): Answer<T> | null {
  const query = useMemo(() => ({ id, variant, locale, props }), [id, variant, locale, props]);
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchAnswer(query, { signal: request.signal }).then((next) => {
      if (!request.signal.aborted) setAnswer(next);
    });
    return () => request.abort();
  }, [fetchAnswer, query, revision]);
  return answer;
}
