import { OutboxError } from "../../errors.ts";
import type { Database } from "../database/database.ts";
import { notifyChannel } from "../database/notices.ts";
import type { MessageState } from "../message-state.ts";
import { isRowId } from "./find-messages.ts";

/** What a person may do to a message, and in which states. */
export type CareAction = "retry" | "cancel" | "release" | "mark as sent";

const allowedIn: Readonly<Record<CareAction, readonly MessageState[]>> = {
  retry: ["retry", "rejected", "expired", "cancelled"],
  cancel: ["queued", "retry", "held"],
  release: ["held"],
  "mark as sent": ["held"],
};

const nextState: Readonly<Record<CareAction, MessageState>> = {
  retry: "queued",
  cancel: "cancelled",
  release: "queued",
  "mark as sent": "accepted",
};

/**
 * Changes the state of a message by hand.
 *
 * @throws {OutboxError} when there is no such message, or its state does not allow it
 */
export async function changeState(
  database: Database,
  id: string,
  action: CareAction,
): Promise<MessageState> {
  const { schema, run } = database;
  const state = nextState[action];
  const isAgain = state === "queued";
  const [row] = isRowId(id)
    ? await run<{ state: MessageState }>(
        `WITH changed AS (
           UPDATE ${schema}.messages SET
             state = $2, reason = NULL, fence = NULL, worker = NULL, looks = 0,
             due_at = CASE WHEN $3 THEN now() ELSE due_at END,
             attempts = CASE WHEN $3 THEN 0 ELSE attempts END,
             expires_at = CASE WHEN $3 AND expires_at <= now() THEN NULL ELSE expires_at END,
             settled_at = CASE WHEN $3 THEN NULL ELSE now() END
           WHERE id = $1 AND state = ANY ($4) AND (NOT $3 OR bytes IS NOT NULL)
           RETURNING id, state
         ), noted AS (
           INSERT INTO ${schema}.events (message, type, detail)
           SELECT id, $2, jsonb_build_object('by hand', $5::text) FROM changed
         ), woken AS (
           SELECT pg_notify(${notifyChannel(schema)}, '') FROM changed WHERE $3
         )
         SELECT state, (SELECT count(*) FROM woken) FROM changed`,
        [id, state, isAgain, allowedIn[action], action],
      )
    : [];
  if (row) return row.state;
  throw await explain(database, id, action);
}

async function explain({ run, schema }: Database, id: string, action: CareAction): Promise<Error> {
  const [row] = isRowId(id)
    ? await run<{ state: MessageState; attempts: number; purged: boolean }>(
        `SELECT state, attempts, bytes IS NULL AS purged FROM ${schema}.messages WHERE id = $1`,
        [id],
      )
    : [];
  const fail = (why: string) =>
    new OutboxError(`Cannot ${action}: ${why}`, {
      ...{ kind: "state", messageId: id, attempts: row?.attempts },
    });
  if (!row) return fail("there is no such message");
  if (allowedIn[action].includes(row.state)) {
    return fail("its body was purged by retention; send it again as a new message");
  }
  return fail(
    `the message is ${row.state}; this can be done to one that is ${allowedIn[action].join(" or ")}`,
  );
}
