import { type Clock, systemClock } from "../../clock.ts";
import { OutboxError } from "../../errors.ts";
import type { Database } from "../database/database.ts";
import { notifyChannel } from "../database/notices.ts";
import { sha256 } from "../enqueue/content-hash.ts";
import { timeOrderedId } from "../enqueue/time-ordered-id.ts";
import type { MessageState } from "../message-state.ts";
import type { Seal } from "../seal.ts";
import { copyBytes } from "./copy-bytes.ts";
import { isRowId } from "./find-messages.ts";

/** The states in which a message was sent, as far as it can be known. */
export const sentStates: readonly MessageState[] = [
  ...(["accepted", "delivered", "opened", "clicked", "bounced", "complained"] as const),
];

/**
 * Sends the content of a message that was sent once more, to the same recipients, as a message of its
 * own: with another id, so that what becomes of the two is told apart.
 *
 * @returns the id of the new message
 * @throws {OutboxError} when there is no such message, it was not sent, or its body was purged
 */
export async function sendAgain(
  database: Database,
  seal: Seal,
  id: string,
  clock: Clock = systemClock,
): Promise<string> {
  const { schema, run } = database;
  const [row] = isRowId(id)
    ? await run<SentRow>(
        `SELECT state, bytes, key_id, message_id, metadata_value FROM ${schema}.messages WHERE id = $1`,
        [id],
      )
    : [];
  const fail = (why: string) =>
    new OutboxError(`Cannot send again: ${why}`, { kind: "state", messageId: id });
  if (!row) throw fail("there is no such message");
  if (!sentStates.includes(row.state)) {
    throw fail(`the message is ${row.state}; this can be done to one that was sent`);
  }
  if (row.bytes === null)
    throw fail("its body was purged by retention; send it again as a new message");
  const newId = timeOrderedId(clock.now());
  const domain = /@([^>\s]+)>$/.exec(row.message_id)?.[1] ?? "localhost";
  const messageId = `<${newId}@${domain}>`;
  const opened = seal.open(row.bytes, id, row.key_id);
  const ids = { oldId: id, newId, messageId, date: new Date(clock.now()) };
  const bytes = copyBytes(opened, ids);
  await run(
    `WITH copied AS (
       INSERT INTO ${schema}.messages (id, content_hash, channel, stream, priority, envelope_from,
         recipients, message_id, metadata_key, subject, tag, email, size_bytes, bytes, key_id, bytes_hash)
       SELECT $2::uuid, content_hash, channel, stream, priority, envelope_from,
         ARRAY(SELECT DISTINCT unnest(recipients || accepted)), $3::text,
         -- An id in the metadata that the app chose is the first message's alone.
         CASE WHEN metadata_value IS NULL THEN metadata_key END,
         subject, tag, email, length($4::bytea), $5::bytea, $6::text, $7::bytea
       FROM ${schema}.messages WHERE id = $1::uuid RETURNING id
     ), noted AS (
       INSERT INTO ${schema}.events (message, type, detail)
       SELECT $1::uuid, 'sent-again', jsonb_build_object('by hand', 'send again', 'as', id::text) FROM copied
       UNION ALL
       SELECT id, 'queued', jsonb_build_object('by hand', 'send again', 'copy of', ($1::uuid)::text) FROM copied
     )
     SELECT pg_notify(${notifyChannel(schema)}, '') FROM copied`,
    [
      ...[id, newId, messageId, bytes, seal.close(bytes, newId), seal.keyId ?? null],
      ...[sha256(bytes)],
    ],
  );
  return newId;
}

interface SentRow {
  readonly state: MessageState;
  readonly bytes: Buffer | null;
  readonly key_id: string | null;
  readonly message_id: string;
  readonly metadata_value: string | null;
}
