import type { ActivityState } from "../../../protocol/index.ts";
import { readSearchDate } from "../../inbox/search/search-date.ts";
import { stateWords } from "../state-words.ts";

/** What was typed, understood. */
export interface ParsedSearch {
  /** As the API names it. */
  readonly query: URLSearchParams;
  /** Those that were asked for by `state:`; empty: any. */
  readonly states: readonly ActivityState[];
  /** What could not be understood, and what to write; the rest is searched for all the same. */
  readonly complaint: string | null;
}

const fields = ["to", "subject", "tag", "email", "key", "stream"] as const;
const allStates = Object.keys(stateWords) as ActivityState[];

/** `to:ada`, `subject:"two words"`, `"two words"`, a word. A quote that is still open ends with the line. */
const token = /([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gi;

/**
 * Reads what was typed into the search of the outbox.
 *
 * `to: subject: tag: email: key: stream: state: before: after:` and free words. A field with nothing
 * behind it yet, as while one types, asks nothing. An unknown field is a word.
 *
 * @param now ms since the epoch, for times of today
 */
export function parseActivitySearch(typed: string, now: number): ParsedSearch {
  const query = new URLSearchParams();
  const states: ActivityState[] = [];
  const complaints: string[] = [];
  for (const match of typed.matchAll(token)) {
    const [written, name = "", quoted, bare, phrase, word] = match;
    const value = (quoted ?? bare ?? "").trim();
    const field = name.toLowerCase();
    if (field === "state") {
      const found = findStates(value);
      if (typeof found === "string") complaints.push(found);
      else states.push(...found);
    } else if (field === "before" || field === "after") {
      const time = value ? readSearchDate(value, now) : undefined;
      if (time === null) {
        complaints.push(
          `“${value}” is no date. Write ${field}:2026-11-22, ${field}:10:30 or ${field}:yesterday.`,
        );
      } else if (time !== undefined) query.set(field === "before" ? "until" : "since", `${time}`);
    } else if (fields.some((one) => one === field)) {
      if (value) query.append(field, value);
    } else {
      const text = (phrase ?? word ?? written).replace(/[\s"]+/g, " ").trim();
      if (text) query.append("word", text);
    }
  }
  return { query, states, complaint: complaints[0] ?? null };
}

/** None as long as it is still being typed; words where it is none. */
function findStates(value: string): readonly ActivityState[] | string {
  const wanted = value.toLowerCase();
  const found = allStates.filter((state) => state === wanted);
  if (found.length > 0 || allStates.some((state) => state.startsWith(wanted))) return found;
  return `“state:${value}” is not known. Write one of ${allStates.join(", ")}.`;
}
