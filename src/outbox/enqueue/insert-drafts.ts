import { isOutboxError, OutboxError } from "../../errors.ts";
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
 * @returns for each draft its row, or why there is none: its key was used for other content
 * @throws {OutboxError} when the database takes none of them
 */
export async function insertDrafts(
  runner: Runner,
  schema: string,
  drafts: readonly Draft[],
): Promise<readonly (Enqueued | OutboxError)[]> {
  if (drafts.length === 0) return [];
  try {
    const inserted = await runner.run<{ id: string }>(
      // Column names without capitals or underscores come back: some libraries change the others.
      `SELECT id::text AS id FROM ${schema}.enqueue($1::text::json) AS id`,
      [JSON.stringify([...drafts].sort(byKey))],
      "letterpress-enqueue",
    );
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

/** What {@link insertDrafts} gave. @throws {OutboxError} that it gave in place of a row */
export function orThrow(result: Enqueued | OutboxError | undefined): Enqueued {
  if (isOutboxError(result)) throw result;
  if (result) return result;
  throw new OutboxError("Cannot enqueue: the database gave no row", { kind: "database" });
}

/** In one order everywhere, so that of two statements with the same keys none waits for the other. */
function byKey({ key: a }: Draft, { key: b }: Draft): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? -1 : 1;
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

function toEnqueued(
  { key, content_hash: hash }: Draft,
  row: StoredRow | undefined,
): Enqueued | OutboxError {
  if (!row) {
    return new OutboxError(
      `Cannot enqueue: the key ${JSON.stringify(key)} was taken by a transaction that this one cannot see; try again`,
      { kind: "key" },
    );
  }
  if (row.hash !== hash) {
    return new OutboxError(
      `Cannot enqueue: the key ${JSON.stringify(key)} was used for a message with other content, which is ${row.state}; give this one a key of its own, or the same content`,
      { kind: "key", messageId: row.id },
    );
  }
  return { id: row.id, messageId: row.message, state: row.state, isNew: false };
}
