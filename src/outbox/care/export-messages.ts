import type { Database } from "../database/database.ts";
import { type MessageFilter, messageConditions } from "./find-messages.ts";
import {
  type MessageRow,
  messageColumns,
  type OutboxMessage,
  toOutboxMessage,
} from "./stored-message.ts";

/** A message as an export has it: all but its body. */
export interface ExportedMessage extends OutboxMessage {
  /** Addresses that the server took. */
  readonly accepted: readonly string[];
  /** The header section; `undefined` where the body is or was sealed. */
  readonly headers: string | undefined;
  /** SHA-256 of the text, in hexadecimal. */
  readonly sha256: string;
}

/** Messages of one read. */
const pageSize = 500;

/** Reads all messages that a filter means, the newest first, a page at a time. */
export async function* exportMessages(
  { run, schema }: Database,
  filter: Omit<MessageFilter, "limit">,
): AsyncGenerator<ExportedMessage, void> {
  let after = filter.after;
  for (;;) {
    const { values, where } = messageConditions(schema, { ...filter, after });
    const rows = await run<MessageRow & ExportedRow>(
      `SELECT ${messageColumns}, accepted, encode(bytes_hash, 'hex') AS sha256,
         ${headersColumn} AS headers
       FROM ${schema}.messages ${where()}
       ORDER BY created_at DESC, id DESC LIMIT ${pageSize}`,
      values,
    );
    for (const { accepted, sha256, headers, ...row } of rows) {
      yield { ...toOutboxMessage(row), accepted, sha256, headers: headers ?? undefined };
    }
    after = rows.length < pageSize ? undefined : rows.map(toOutboxMessage).at(-1);
    if (!after) return;
  }
}

/** The header section of what is stored, or of what was kept of it. */
export const headersColumn = `CASE
  WHEN key_id IS NULL AND position('\\x0d0a0d0a'::bytea IN bytes) > 0 THEN convert_from(
    substring(bytes FROM 1 FOR position('\\x0d0a0d0a'::bytea IN bytes) + 1), 'LATIN1')
  ELSE headers END`;

interface ExportedRow {
  readonly accepted: readonly string[];
  readonly sha256: string;
  readonly headers: string | null;
}
