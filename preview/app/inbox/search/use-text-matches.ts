import { useEffect, useMemo, useState } from "react";
import { searchInbox } from "../../data/inbox-endpoints.ts";

/** The server is asked when one has stopped typing for so long, ms. */
const restMs = 120;
/** A single letter stands in every text. */
const shortest = 2;

type Matches = ReadonlyMap<string, ReadonlySet<string>>;

const none: Matches = new Map();

/**
 * Ids of the messages that have a word somewhere in their text, which only the server has.
 *
 * @param messages asks anew when they change
 * @returns the words that are known; while one types on, what was found for the shorter word
 */
export function useTextMatches(words: readonly string[], messages: readonly unknown[]): Matches {
  const [matches, setMatches] = useState(none);
  const key = JSON.stringify(words);

  useEffect(() => {
    const asked = (JSON.parse(key) as string[]).filter((word) => word.length >= shortest);
    if (messages.length === 0 || asked.length === 0) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      void Promise.all(
        asked.map(async (word) => {
          const answer = await searchInbox([word], { signal: request.signal });
          return answer.ok ? ([word, new Set(answer.value.ids)] as const) : undefined;
        }),
      ).then((answers) => {
        if (!request.signal.aborted)
          setMatches(new Map(answers.filter((one) => one !== undefined)));
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [key, messages]);

  return useMemo(() => {
    const shown = (JSON.parse(key) as string[]).flatMap((word) => {
      const shorter = [...matches.keys()].find((known) => word.includes(known));
      const ids = matches.get(word) ?? (shorter && matches.get(shorter));
      return ids ? [[word, ids] as const] : [];
    });
    return new Map(shown);
  }, [key, matches]);
}
