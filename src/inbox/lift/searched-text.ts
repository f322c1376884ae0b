import type { InboxMessage } from "../inbox.ts";
import { readText } from "./read-text.ts";

/** Longest part of a text that is searched, and of the HTML where there is none, in characters. */
const longestText = 4_000_000;
const longestHtml = 4_000_000;

/** The parts of a body that {@link searchedWords} reads. */
export function searchedBodies({ html, text }: Pick<InboxMessage, "html" | "text">) {
  return text === undefined
    ? { html: html?.slice(0, longestHtml), text: undefined }
    : { html: undefined, text: text.slice(0, longestText) };
}

/** The words of a body in lower case and without accents, runs of white space as one space. */
export function searchedWords(bodies: Pick<InboxMessage, "html" | "text">): string {
  return toSearched(readText(searchedBodies(bodies)));
}

/** What a search looks at beside the words of the body: subject, tag, people and file names. */
export function searchedFacts(
  message: Pick<
    InboxMessage,
    "from" | "to" | "cc" | "subject" | "tag" | "attachments" | "envelope"
  >,
): string {
  const { from, to, cc, subject, tag = "", attachments, envelope } = message;
  const people = [from ?? [], to, cc].flat().map(({ name = "", address }) => `${name} ${address}`);
  const files = attachments.map(({ filename }) => filename);
  return toSearched([subject, tag, ...people, ...envelope.to, ...files].join("\n"));
}

/**
 * A text as a search compares it: lower case, without accents, so that `jose` finds José. Marks of
 * other scripts stay: there they are letters.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most mail has none.
  if (!/[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

function toSearched(text: string): string {
  return foldText(text.slice(0, longestText).replace(/\s+/g, " "));
}
