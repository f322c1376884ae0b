import type { InboxSummary, Mailbox } from "../../../protocol/index.ts";
import type { InboxSearch, SearchTerm } from "./parse-search.ts";

/** What is known of a message beside its summary. */
export interface SearchFacts {
  readonly isUnread: (message: InboxSummary) => boolean;
  /** Ids of the messages that have all free words somewhere in their text; null before it is known. */
  readonly inText: ReadonlySet<string> | null;
}

/** The messages that meet every term of a search, in their order. */
export function matchMessages(
  messages: readonly InboxSummary[],
  { terms, words }: InboxSearch,
  facts: SearchFacts,
): readonly InboxSummary[] {
  if (terms.length === 0) return messages;
  const fields = terms.filter(({ kind }) => kind !== "word");
  return messages.filter(
    (message) =>
      fields.every((term) => meets(message, term, facts)) &&
      (facts.inText?.has(message.id) ||
        words.every((word) => searchedOf(message).all.includes(word))),
  );
}

function meets(message: InboxSummary, term: SearchTerm, { isUnread }: SearchFacts): boolean {
  switch (term.kind) {
    case "before":
      return message.receivedAt < term.time;
    case "after":
      return message.receivedAt >= term.time;
    case "is":
      return isUnread(message) === (term.what === "unread");
    case "has":
      return has(message, term.what);
    case "word":
      return searchedOf(message).all.includes(term.text);
    default:
      return searchedOf(message)[term.kind].includes(term.text);
  }
}

function has(message: InboxSummary, what: "attachment" | "calendar" | "problem"): boolean {
  if (what === "attachment") return message.attachmentCount > 0;
  return what === "calendar" ? message.hasCalendar : message.problem !== null;
}

/** The texts that are looked into, in lower case. */
interface Searched {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly tag: string;
  readonly mailbox: string;
  readonly all: string;
}

/** Thousands of messages are searched at each key: their texts are put together once. */
const searchedTexts = new WeakMap<InboxSummary, Searched>();

function searchedOf(message: InboxSummary): Searched {
  const known = searchedTexts.get(message) ?? readSearched(message);
  searchedTexts.set(message, known);
  return known;
}

function readSearched(message: InboxSummary): Searched {
  const from = describe(message.from ? [message.from] : []);
  const to = [describe([...message.to, ...message.cc]), ...message.bcc].join("\n").toLowerCase();
  const subject = message.subject.toLowerCase();
  const tag = (message.tag ?? "").toLowerCase();
  const all = [from, to, subject, tag, message.snippet.toLowerCase()].join("\n");
  return { from, to, subject, tag, mailbox: message.mailbox.toLowerCase(), all };
}

function describe(people: readonly Mailbox[]): string {
  return people
    .map(({ name, address }) => `${name} ${address}`)
    .join("\n")
    .toLowerCase();
}
