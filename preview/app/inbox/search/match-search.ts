import type { InboxSummary, Mailbox } from "../../../protocol/index.ts";
import { foldText } from "./fold-text.ts";
import type { InboxSearch, SearchTerm } from "./parse-search.ts";

/** What is known of a message beside its summary. */
export interface SearchFacts {
  readonly isUnread: (message: InboxSummary) => boolean;
  /** Ids of the messages that have a free word somewhere in their text, as far as they are known. */
  readonly inText: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The messages that meet a search, in their order. */
export function matchMessages(
  messages: readonly InboxSummary[],
  { groups }: InboxSearch,
  facts: SearchFacts,
): readonly InboxSummary[] {
  if (groups.length === 0) return messages;
  return messages.filter((message) =>
    groups.every((group) => group.some(({ term, isNot }) => meets(message, term, facts) !== isNot)),
  );
}

function meets(
  message: InboxSummary,
  term: SearchTerm,
  { isUnread, inText }: SearchFacts,
): boolean {
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
      return (
        searchedOf(message).all.includes(term.text) ||
        inText.get(term.text)?.has(message.id) === true
      );
    default:
      return searchedOf(message)[term.kind].includes(term.text);
  }
}

function has(message: InboxSummary, what: "attachment" | "calendar" | "problem"): boolean {
  if (what === "attachment") return message.attachmentCount > 0;
  return what === "calendar" ? message.hasCalendar : message.problem !== null;
}

/** The texts that are looked into, as `foldText` makes them. */
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
  const to = [describe([...message.to, ...message.cc]), ...message.bcc].join("\n");
  const subject = foldText(message.subject);
  const tag = foldText(message.tag ?? "");
  const all = [from, foldText(to), subject, tag, foldText(message.snippet)].join("\n");
  return { from, to: foldText(to), subject, tag, mailbox: foldText(message.mailbox), all };
}

function describe(people: readonly Mailbox[]): string {
  return foldText(people.map(({ name, address }) => `${name} ${address}`).join("\n"));
}
