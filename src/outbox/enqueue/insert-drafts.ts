import { OutboxError } from "../../errors.ts";
import type { Runner } from "../database/database.ts";
import { toOutboxError } from "../database/database-error.ts";
import type { MessageState } from "../message-state.ts";
import type { Draft } from "./draft.ts";

/** A message in the outbox, as enqueuing tells it. */
export interface Enqueued {
  /** Id of the row. */
  readonly id: string;
  /** Message-ID with angle brackets. */
  readonly messageId: string;
  readonly state: MessageState;
  /** Whether this call made the row; `false` where its key had made it before. */
  readonly isNew: boolean;
}

interface StoredRow {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly message: string;
  readonly state: MessageState;
}

/**
 * Inserts rows by one statement with one value, so that every library's transaction can run it, and
 * finds again those whose keys were there.
 *
 * @throws {OutboxError} when a key was used for other content
 */
export async function insertDrafts(
  runner: Runner,
  schema: string,
  drafts: readonly Draft[],
): Promise<readonly Enqueued[]> {
  if (drafts.length === 0) return [];
  try {
    const inserted = await runner.run<{ id: string }>(insertStatement(schema), [
      JSON.stringify(drafts),
    ]);
    const fresh = new Set(inserted.map(({ id }) => id));
    const repeated = drafts.filter(({ id }) => !fresh.has(id));
    const known = await findByKey(runner, schema, repeated);
    return drafts.map((draft) =>
      fresh.has(draft.id)
        ? { id: draft.id, messageId: draft.message_id, state: "queued", isNew: true }
        : toEnqueued(draft, known.get(draft.key ?? "")),
    );
  } catch (error) {
    throw toOutboxError("enqueue", error);
  }
}

/** Column names without capitals or underscores come back: some libraries change the others. */
function insertStatement(schema: string): string {
  return `
WITH draft AS (
  SELECT * FROM json_to_recordset($1::text::json) AS r (
    id uuid, key text, content_hash text, channel text, stream text, priority smallint,
    due_at timestamptz, expires_at timestamptz, envelope_from text, recipients json,
    message_id text, metadata_key text, metadata_value text, subject text, tag text,
    size_bytes integer, bytes text, key_id text, bytes_hash text, email text
  )
), inserted AS (
  INSERT INTO ${schema}.messages (
    id, key, content_hash, channel, stream, priority, due_at, expires_at, envelope_from,
    recipients, message_id, metadata_key, metadata_value, subject, tag, size_bytes, bytes,
    key_id, bytes_hash, email
  )
  SELECT id, key, decode(content_hash, 'hex'), channel, stream, priority,
    coalesce(due_at, now()), expires_at, envelope_from,
    ARRAY(SELECT json_array_elements_text(recipients)), message_id, metadata_key,
    metadata_value, subject, tag, size_bytes, decode(bytes, 'base64'), key_id,
    decode(bytes_hash, 'hex'), email
  FROM draft
  ON CONFLICT (key) DO NOTHING
  RETURNING id, due_at
), woken AS (
  SELECT pg_notify(${notifyChannel(schema)}, '') FROM inserted WHERE due_at <= now() LIMIT 1
)
SELECT id::text AS id, (SELECT count(*)::integer FROM woken) AS woken FROM inserted`;
}

/** The name that workers listen to, as an SQL string. */
export function notifyChannel(schema: string): string {
  return `'letterpress_${schema.replaceAll('"', "").replaceAll("'", "''")}'`;
}

async function findByKey(
  runner: Runner,
  schema: string,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, StoredRow>> {
  if (drafts.length === 0) return new Map();
  const rows = await runner.run<StoredRow>(
    `SELECT m.id::text AS id, m.key AS key, encode(m.content_hash, 'hex') AS hash,
       m.message_id AS message, m.state AS state
     FROM json_array_elements_text($1::text::json) AS k (key)
     JOIN ${schema}.messages AS m ON m.key = k.key`,
    [JSON.stringify(drafts.map(({ key }) => key))],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

function toEnqueued({ key, content_hash: hash }: Draft, row: StoredRow | undefined): Enqueued {
  if (!row) {
    throw new OutboxError(
      `Cannot enqueue: the key ${JSON.stringify(key)} was taken by a transaction that this one cannot see; try again`,
      { kind: "key" },
    );
  }
  if (row.hash !== hash) {
    throw new OutboxError(
      `Cannot enqueue: the key ${JSON.stringify(key)} was used for a message with other content, which is ${row.state}; give this one a key of its own, or the same content`,
      { kind: "key", messageId: row.id },
    );
  }
  return { id: row.id, messageId: row.message, state: row.state, isNew: false };
}
