import { type Conditions, createConditions } from "../database/conditions.ts";
import type { Database } from "../database/database.ts";
import type { MessageState } from "../message-state.ts";
import type { Seal } from "../seal.ts";
import type { Refusal } from "../work/outcome.ts";
import {
  type MessageRow,
  messageColumns,
  type OutboxMessage,
  type OutboxMessageDetails,
  toOutboxMessage,
} from "./stored-message.ts";

/** Which messages are meant; all that is said must hold. */
export interface MessageFilter {
  readonly states?: readonly MessageState[] | undefined;
  readonly sender?: string | undefined;
  readonly stream?: string | undefined;
  readonly tag?: string | undefined;
  readonly key?: string | undefined;
  /** One of the recipients, in any case. */
  readonly recipient?: string | undefined;
  /** Part of the subject, in any case. Sealed subjects are not searched. */
  readonly subject?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** The last message of the page before. */
  readonly after?: Pick<OutboxMessage, "id" | "createdAt"> | undefined;
  /** Most messages, 1 to 1,000. @default 50 */
  readonly limit?: number | undefined;
}

/** What a filter means, over the table of messages. */
export function messageConditions(schema: string, filter: MessageFilter): Conditions {
  const conditions = createConditions();
  const { add } = conditions;
  add(filter.states, (v) => `state = ANY (${v})`);
  add(filter.sender, (v) => `channel = ${v}`);
  add(filter.stream, (v) => `stream = ${v}`);
  add(filter.tag, (v) => `tag = ${v}`);
  add(filter.key, (v) => `key = ${v}`);
  add(filter.recipient?.toLowerCase(), (v) => {
    return `EXISTS (SELECT 1 FROM unnest(recipients || accepted) AS r WHERE lower(r) = ${v})`;
  });
  add(filter.subject?.toLowerCase(), (v) => `position(${v} IN lower(subject)) > 0`);
  add(filter.since, (v) => `created_at >= ${v}`);
  add(filter.until, (v) => `created_at < ${v}`);
  // A date has milliseconds, the row microseconds: the row itself says where it stands.
  add(filter.after?.id, (v) => {
    return `(created_at, id) < (SELECT created_at, id FROM ${schema}.messages WHERE id = ${v}::uuid)`;
  });
  return conditions;
}

/** Lists messages, the newest first. */
export async function listMessages(
  { run, schema }: Database,
  filter: MessageFilter,
): Promise<readonly OutboxMessage[]> {
  const { limit = 50 } = filter;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    throw new RangeError(`Option 'limit' is ${limit}; give a whole number from 1 to 1,000`);
  }
  const { values, where } = messageConditions(schema, filter);
  const rows = await run<MessageRow>(
    `SELECT ${messageColumns} FROM ${schema}.messages ${where()}
     ORDER BY created_at DESC, id DESC LIMIT ${limit}`,
    values,
  );
  return rows.map(toOutboxMessage);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a row. */
export function isRowId(id: string): boolean {
  return uuid.test(id);
}

/** Reads one message whole, with its timeline. @returns `undefined` when there is none */
export async function getMessage(
  { run, schema }: Database,
  seal: Seal,
  id: string,
): Promise<OutboxMessageDetails | undefined> {
  if (!isRowId(id)) return undefined;
  const [row] = await run<MessageRow & BodyRow>(
    `SELECT ${messageColumns}, accepted, refused, reply, bytes, key_id, headers,
       encode(bytes_hash, 'hex') AS sha256
     FROM ${schema}.messages WHERE id = $1`,
    [id],
  );
  if (!row) return undefined;
  const timeline = await run<EventRow>(
    `SELECT at, type, recipient, detail FROM ${schema}.events WHERE message = $1 ORDER BY at, id`,
    [id],
  );
  const bytes = row.bytes === null ? undefined : seal.open(row.bytes, row.id, row.key_id);
  const end = bytes?.indexOf("\r\n\r\n") ?? -1;
  const headers = bytes ? bytes.toString("latin1", 0, end < 0 ? undefined : end + 2) : row.headers;
  return {
    ...toOutboxMessage(row),
    ...{ accepted: row.accepted, refused: row.refused, reply: row.reply ?? undefined },
    ...{ bytes, headers: headers ?? undefined, sha256: row.sha256 },
    timeline: timeline.map((entry) => ({ ...entry, recipient: entry.recipient ?? undefined })),
  };
}

interface BodyRow {
  readonly accepted: readonly string[];
  readonly refused: readonly Refusal[];
  readonly reply: string | null;
  readonly bytes: Buffer | null;
  readonly key_id: string | null;
  readonly headers: string | null;
  readonly sha256: string;
}

interface EventRow {
  readonly at: Date;
  readonly type: string;
  readonly recipient: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
