import { useEffect, useState } from "react";
import type { Answer } from "../data/api.ts";

/** A text of a message, null until it is there. */
export function useFetchedText(
  fetchText: (id: string, options: { readonly signal: AbortSignal }) => Promise<Answer<string>>,
  id: string,
): Answer<string> | null {
  const [text, setText] = useState<Answer<string> | null>(null);
  useEffect(() => {
    const request = new AbortController();
    void fetchText(id, { signal: request.signal }).then((answer) => {
      if (!request.signal.aborted) setText(answer);
    });
    return () => request.abort();
  }, [fetchText, id]);
  return text;
}
