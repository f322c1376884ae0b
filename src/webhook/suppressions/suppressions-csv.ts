import { parseAddress } from "../../message/address.ts";
import { readTime } from "../parse/read-time.ts";
import { readCsv, writeCsv } from "./csv-rows.ts";
import { reasonOf } from "./suppression-change-of.ts";
import type {
  SuppressionChange,
  SuppressionReason,
  SuppressionState,
} from "./suppression-store.ts";

/** What a file of suppressions holds, and the lines that could not be read. */
export interface SuppressionsFile {
  readonly changes: readonly SuppressionChange[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** What holds where a line says nothing of it. */
export interface SuppressionsFileDefaults {
  /** The time of lines without one. */
  readonly now: Date;
  /** @default "outbound" */
  readonly stream?: string | undefined;
  /** @default "manual" */
  readonly reason?: SuppressionReason | undefined;
}

/** Names of columns, in lower case without spaces: ours, Postmark's and those of other lists. */
const columns = {
  address: ["address", "email", "emailaddress", "e-mail", "recipient", "to"],
  stream: ["stream", "messagestream"],
  reason: ["reason", "suppressionreason", "type"],
  origin: ["origin"],
  since: ["since", "createdat", "created", "date", "changedat", "bouncedat"],
  messageId: ["message_id", "messageid"],
  details: ["details", "description"],
} as const;

const ownReasons: readonly string[] = ["hard-bounce", "complaint", "unsubscribe", "manual"];

/**
 * Reads suppressions out of CSV: a column `address` (or `email`) and any of `stream`, `reason`,
 * `since`, `message_id` and `details`; or addresses alone, without a line of names.
 */
export function parseSuppressionsCsv(
  text: string,
  { now, stream = "outbound", reason = "manual" }: SuppressionsFileDefaults,
): SuppressionsFile {
  const rows = readCsv(text);
  const names = rows[0]?.cells.map((cell) => cell.toLowerCase().replace(/\s/g, "")) ?? [];
  const isNamed = names.some((name) => (columns.address as readonly string[]).includes(name));
  const changes: SuppressionChange[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const { line, cells } of isNamed ? rows.slice(1) : rows) {
    const read = (column: keyof typeof columns) => {
      const at = names.findIndex((name) => (columns[column] as readonly string[]).includes(name));
      return at < 0 ? undefined : cells[at] || undefined;
    };
    const given = isNamed ? read("address") : cells[0];
    const parsed = parseAddress(given ?? "");
    if (!parsed.address) {
      problems.push({ line, message: `the address ${parsed.problem}` });
      continue;
    }
    const named = read("reason");
    changes.push({
      address: parsed.address.address.toLowerCase(),
      stream: read("stream") ?? stream,
      reason: named === undefined ? reason : toReason(named, read("origin")),
      at: earlier(readTime(read("since")), now),
      origin: { messageId: read("messageId"), type: "Import", details: read("details") },
      atPostmark: false,
    });
  }
  return { changes, problems };
}

/** Suppressions as CSV, a line at a time, the names of the columns first. Read back by `parseSuppressionsCsv`. */
export async function* formatSuppressionsCsv(
  states: AsyncIterable<SuppressionState>,
): AsyncGenerator<string, void, undefined> {
  yield writeCsv(["address", "stream", "reason", "since", "message_id", "details"]);
  for await (const { address, stream, reason = "", since, origin } of states) {
    const { messageId = "", details = "" } = origin;
    yield writeCsv([address, stream, reason, since.toISOString(), messageId, details]);
  }
}

function toReason(name: string, origin: string | undefined): SuppressionReason {
  const lower = name.toLowerCase();
  return ownReasons.includes(lower) ? (lower as SuppressionReason) : reasonOf(name, origin);
}

function earlier(time: Date | undefined, now: Date): Date {
  return time && time.getTime() < now.getTime() ? time : now;
}
