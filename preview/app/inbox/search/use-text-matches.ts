import { useEffect, useState } from "react";
import { searchInbox } from "../../data/inbox-endpoints.ts";

/** The server is asked when one has stopped typing for so long, ms. */
const restMs = 120;
/** A single letter stands in every text. */
const shortest = 2;

interface Matches {
  readonly words: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/**
 * Ids of the messages that have all words somewhere in their text, which only the server has.
 *
 * @param messages asks anew when they change
 * @returns null before it is known
 */
export function useTextMatches(
  words: readonly string[],
  messages: readonly unknown[],
): ReadonlySet<string> | null {
  const [matches, setMatches] = useState<Matches | null>(null);
  const key = JSON.stringify(words);

  useEffect(() => {
    const asked = JSON.parse(key) as string[];
    if (messages.length === 0 || asked.join("").length < shortest) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      void searchInbox(asked, { signal: request.signal }).then((answer) => {
        if (answer.ok && !request.signal.aborted) {
          setMatches({ words: asked, ids: new Set(answer.value.ids) });
        }
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [key, messages]);

  return matches && goesOn(matches.words, words) ? matches.ids : null;
}

/** Whether one typed on: what was found before shows until the narrower answer is there. */
function goesOn(before: readonly string[], now: readonly string[]): boolean {
  return now.length > 0 && before.every((word) => now.some((longer) => longer.includes(word)));
}
