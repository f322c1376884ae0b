import type { ActivitySearch } from "../../../src/outbox/activity/activity-search.ts";
import type { MessageState } from "../../../src/outbox/message-state.ts";
import { Refusal } from "../api/answer.ts";

/** Longest text that is searched for. */
const mostCharacters = 500;

/** Reads from an address what is searched for. @throws {Refusal} when something in it is none */
export function readSearch(query: URLSearchParams): ActivitySearch {
  const texts = (name: string) =>
    query
      .getAll(name)
      .map((text) => text.trim().slice(0, mostCharacters))
      .filter(Boolean);
  const states = texts("state") as MessageState[];
  return {
    ...{ to: texts("to"), subject: texts("subject"), tag: texts("tag"), email: texts("email") },
    ...{ key: texts("key"), stream: texts("stream"), words: texts("word") },
    states: states.length > 0 ? states : undefined,
    since: readTime(query, "since"),
    until: readTime(query, "until"),
    after: query.get("next") || undefined,
    limit: Number(query.get("limit") ?? 50),
  };
}

function readTime(query: URLSearchParams, name: string): Date | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  const date = new Date(Number(text));
  if (!Number.isNaN(date.getTime())) return date;
  throw new Refusal(400, `Cannot search: '${name}' must be milliseconds since the epoch`);
}
