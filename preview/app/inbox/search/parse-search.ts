import { foldText } from "./fold-text.ts";
import { readSearchDate } from "./search-date.ts";

/** Fields of a message that a term looks into. */
const textFields = ["from", "to", "subject", "tag", "mailbox"] as const;
const marks = {
  has: ["attachment", "calendar", "problem"],
  is: ["unread", "read"],
} as const;

/** One condition. */
export type SearchTerm =
  /** Part of a field, or with `word` of anything; as `foldText` makes it. */
  | { readonly kind: (typeof textFields)[number] | "word"; readonly text: string }
  | { readonly kind: "before" | "after"; readonly time: number }
  | { readonly kind: "has"; readonly what: (typeof marks.has)[number] }
  | { readonly kind: "is"; readonly what: (typeof marks.is)[number] };

/** A condition that a message has to meet, or must not. */
export interface SearchCondition {
  readonly term: SearchTerm;
  readonly isNot: boolean;
}

/** What was typed, understood. */
export interface InboxSearch {
  /** A message has to meet one condition of each of them. */
  readonly groups: readonly (readonly SearchCondition[])[];
  /** The free words, each once, which may also stand far down in a text; as `foldText` makes them. */
  readonly words: readonly string[];
  /** What could not be understood, and what to write; the rest is searched for all the same. */
  readonly complaint: string | null;
}

/**
 * `from:ada`, `subject:"two words"`, `"two words"`, a word; each with a minus before it. A quote that is
 * still open ends with the line.
 */
const token = /(-?)(?:([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+))/gi;

/**
 * Reads what was typed into the inbox's search.
 *
 * `from: to: subject: tag: mailbox: has:attachment has:calendar has:problem is:unread before:
 * after:` and free words. A field with nothing behind it yet, as while one types, asks nothing. An
 * unknown field is a word: subjects have colons too. `-` before a term excludes it; `OR` between two,
 * in capitals, asks for either, and binds closer than the space between others.
 *
 * @param now ms since the epoch, for times of today
 */
export function parseSearch(typed: string, now: number): InboxSearch {
  const groups: SearchCondition[][] = [];
  const complaints: string[] = [];
  let isEither = false;
  for (const match of typed.matchAll(token)) {
    const [written, minus, name, quoted, bare, phrase, word] = match;
    if (written === "OR") {
      isEither = groups.length > 0;
      continue;
    }
    const value = (quoted ?? bare ?? "").trim();
    const read = name === undefined ? null : readField(name.toLowerCase(), value, now);
    if (typeof read === "string") {
      complaints.push(read);
      continue;
    }
    const terms = read ?? readWord(phrase ?? word ?? written.slice(minus?.length));
    const conditions = terms.map((term) => ({ term, isNot: minus === "-" }));
    const last = isEither ? groups.at(-1) : undefined;
    if (last) last.push(...conditions);
    else if (conditions.length > 0) groups.push(conditions);
    isEither &&= conditions.length === 0;
  }
  const words = groups.flat().flatMap(({ term }) => (term.kind === "word" ? term.text : []));
  return { groups, words: [...new Set(words)], complaint: complaints[0] ?? null };
}

function readWord(written: string): SearchTerm[] {
  const text = foldText(written)
    .replace(/[\s"]+/g, " ")
    .trim();
  // A minus that nothing stands behind yet.
  return text === "" || text === "-" ? [] : [{ kind: "word", text }];
}

/** The terms of a field, what is wrong with it, or null when there is no such field. */
function readField(name: string, value: string, now: number): SearchTerm[] | string | null {
  const field = textFields.find((known) => known === name);
  if (field) return value ? [{ kind: field, text: foldText(value) }] : [];
  if (name === "before" || name === "after") {
    if (!value) return [];
    const time = readSearchDate(value, now);
    return time === null
      ? `“${value}” is no date. Write ${name}:2026-11-22, ${name}:10:30 or ${name}:yesterday.`
      : [{ kind: name, time }];
  }
  if (name === "has") return readMark("has", value, marks.has);
  if (name === "is") return readMark("is", value, marks.is);
  return null;
}

function readMark<Kind extends "has" | "is", What extends string>(
  kind: Kind,
  value: string,
  known: readonly What[],
): { kind: Kind; what: What }[] | string {
  const wanted = value.toLowerCase();
  const what = known.find((one) => one === wanted || `${one}s` === wanted);
  if (what) return [{ kind, what }];
  // Still being typed.
  if (known.some((one) => one.startsWith(wanted))) return [];
  return `“${kind}:${value}” is not known. Write ${known.map((one) => `${kind}:${one}`).join(", ")}.`;
}
