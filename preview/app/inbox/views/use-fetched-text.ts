import { useEffect, useState } from "react";
import type { Answer } from "../../data/ask.ts";

/** A text and the message that it is of. */
export interface FetchedText {
  readonly id: string;
  readonly answer: Answer<string>;
}

/** A text of a message. The one before stays until it is there; null before the first. */
export function useFetchedText(
  fetchText: (id: string, options: { readonly signal: AbortSignal }) => Promise<Answer<string>>,
  id: string,
): FetchedText | null {
  const [text, setText] = useState<FetchedText | null>(null);
  useEffect(() => {
    const request = new AbortController();
    void fetchText(id, { signal: request.signal }).then((answer) => {
      if (!request.signal.aborted) setText({ id, answer });
    });
    return () => request.abort();
  }, [fetchText, id]);
  return text;
}
