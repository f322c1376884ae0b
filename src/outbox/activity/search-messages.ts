import { monotonicMs } from "../../clock.ts";
import { type MessageRow, type OutboxMessage, toOutboxMessage } from "../care/stored-message.ts";
import type { Database } from "../database/database.ts";
import type { MessageState } from "../message-state.ts";
import type { ActivityPage, ActivitySearch } from "./activity-search.ts";
import { looksAtEach, searchStatement } from "./search-statement.ts";

/** How many messages are looked at first, which is the least, and at most, at a time. */
const firstWindow = 2_000;
const lastWindow = 50_000;

/** After so long a page ends with what was found; anyone who wants more asks for the next. */
const pageMs = 250;

/** With less than the rest of its time left, a page begins nothing more. */
const enough = 0.8;

/** Every state there is, for what comes from outside. */
export const messageStates: readonly MessageState[] = [
  ...(["queued", "sending", "retry", "uncertain", "held", "accepted", "delivered"] as const),
  ...(["opened", "clicked", "bounced", "complained", "rejected", "expired", "cancelled"] as const),
];

type FoundRow = MessageRow & {
  readonly place: string | null;
  readonly seen_count: number;
  readonly seen_to: Date | null;
  readonly seen_place: string | null;
};

/**
 * Searches messages, the newest first, a page at a time. Each page takes a moment only, however many
 * messages there are: one that ends early says how far back it looked.
 *
 * @throws {RangeError} when the limit, a state or the place is none
 */
export async function searchMessages(
  { run, schema }: Database,
  search: ActivitySearch,
): Promise<ActivityPage> {
  const { limit = 50, states = [] } = search;
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
    throw new RangeError(`Option 'limit' is ${limit}; give a whole number from 1 to 200`);
  }
  const unknown = states.find((state) => !messageStates.includes(state));
  if (unknown !== undefined) {
    throw new RangeError(`Option 'states' has "${unknown}"; give ${messageStates.join(", ")}`);
  }
  const begunMs = monotonicMs();
  const each = looksAtEach(search);
  const messages: OutboxMessage[] = [];
  let after = search.after;
  let looks = 0;
  for (let window = each ? firstWindow : limit; ; ) {
    const wanted = limit - messages.length;
    const narrowed = { ...search, after };
    const { sql, values } = searchStatement(schema, narrowed, each ? window : wanted, wanted);
    const rows = await run<FoundRow>(sql, values);
    const found = rows.filter(({ place }) => place !== null);
    messages.push(...found.map(toOutboxMessage));
    const [looked] = rows;
    if (messages.length >= limit) {
      const last = found.at(-1);
      return { messages, next: last?.place ?? undefined, searchedTo: last?.created_at };
    }
    if (!looked || looked.seen_count < (each ? window : wanted)) {
      return { messages, next: undefined, searchedTo: undefined };
    }
    after = looked.seen_place ?? undefined;
    looks += looked.seen_count;
    const tookMs = Math.max(1, monotonicMs() - begunMs);
    if (tookMs > pageMs * enough) {
      return { messages, next: after, searchedTo: looked.seen_to ?? undefined };
    }
    // As many as will be looked at in what is left of the time.
    const fitting = Math.floor((looks / tookMs) * (pageMs - tookMs));
    window = Math.max(firstWindow, Math.min(fitting, lastWindow));
  }
}
