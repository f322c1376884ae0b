import { readSearchDate } from "./search-date.ts";

/** Fields of a message that a term looks into. */
const textFields = ["from", "to", "subject", "tag", "mailbox"] as const;
const marks = {
  has: ["attachment", "calendar", "problem"],
  is: ["unread", "read"],
} as const;

/** One condition; a message has to meet them all. */
export type SearchTerm =
  /** Part of a field, or with `word` of anything. In lower case. */
  | { readonly kind: (typeof textFields)[number] | "word"; readonly text: string }
  | { readonly kind: "before" | "after"; readonly time: number }
  | { readonly kind: "has"; readonly what: (typeof marks.has)[number] }
  | { readonly kind: "is"; readonly what: (typeof marks.is)[number] };

/** What was typed, understood. */
export interface InboxSearch {
  readonly terms: readonly SearchTerm[];
  /** The free words, which may also stand far down in a text. In lower case. */
  readonly words: readonly string[];
  /** What could not be understood, and what to write; the rest is searched for all the same. */
  readonly complaint: string | null;
}

/** `from:ada`, `subject:"two words"`, `"two words"`, a word. A quote that is still open ends with the line. */
const token = /([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gi;

/**
 * Reads what was typed into the inbox's search.
 *
 * `from: to: subject: tag: mailbox: has:attachment has:calendar has:problem is:unread before:
 * after:` and free words. A field with nothing behind it yet, as while one types, asks nothing. An
 * unknown field is a word: subjects have colons too.
 *
 * @param now ms since the epoch, for times of today
 */
export function parseSearch(typed: string, now: number): InboxSearch {
  const terms: SearchTerm[] = [];
  const complaints: string[] = [];
  for (const match of typed.matchAll(token)) {
    const [written, name, quoted, bare, phrase, word] = match;
    const value = (quoted ?? bare ?? "").trim();
    const read = name === undefined ? null : readField(name.toLowerCase(), value, now);
    if (typeof read === "string") complaints.push(read);
    else if (read) terms.push(...read);
    else {
      const text = (phrase ?? word ?? written)
        .toLowerCase()
        .replace(/[\s"]+/g, " ")
        .trim();
      if (text) terms.push({ kind: "word", text });
    }
  }
  return {
    terms,
    words: terms.flatMap((term) => (term.kind === "word" ? term.text : [])),
    complaint: complaints[0] ?? null,
  };
}

/** The terms of a field, what is wrong with it, or null when there is no such field. */
function readField(name: string, value: string, now: number): SearchTerm[] | string | null {
  const field = textFields.find((known) => known === name);
  if (field) return value ? [{ kind: field, text: value.toLowerCase() }] : [];
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
