import type { Database } from "../database/database.ts";
import { isPassing } from "../database/database-error.ts";
import { gather } from "../database/gather.ts";
import type { MessageState } from "../message-state.ts";
import type { OutboxSettings } from "../settings.ts";
import type { ClaimedMessage } from "./claim.ts";
import type { Outcome } from "./outcome.ts";

/** A fifth more or less, so that what failed together does not come back together. */
const jitter = 0.2;

/** What was written of an outcome; `undefined` when the fence was lost. */
export type Settled =
  | { readonly state: MessageState; readonly reason: string | undefined }
  | undefined;

/** Writes the outcomes of attempts. */
export type Settle = (message: ClaimedMessage, outcome: Outcome) => Promise<Settled>;

/**
 * Writes outcomes of attempts. Only who knows the fence of a row can: the row may have become
 * uncertain meanwhile, but once it is another attempt's, nothing is written. What is accepted while
 * others are being written is written together with the next.
 */
export function createSettle(database: Database, settings: OutboxSettings): Settle {
  const accept = gather<AcceptedMessage, Settled>((items) => settleAccepted(database, items), {
    ...{ maxItems: 100, isOnes: (error) => !isPassing(error) },
  });
  return async (message, outcome) =>
    outcome.kind === "accepted" && outcome.remaining.length === 0
      ? accept({ message, outcome })
      : settleOne(database, settings, message, outcome);
}

async function settleOne(
  database: Database,
  settings: OutboxSettings,
  message: ClaimedMessage,
  outcome: Outcome,
): Promise<Settled> {
  const change = toChange(message, outcome, settings);
  const { schema } = database;
  const [row] = await database.run<{ state: MessageState }>(
    `WITH settled AS (
       UPDATE ${schema}.messages SET
         state = $3,
         reason = $4,
         due_at = now() + make_interval(secs => $5::float8 / 1000),
         attempts = attempts - $6,
         recipients = coalesce($7::text[], recipients),
         accepted = accepted || $8::text[],
         refused = refused || $9::jsonb,
         is_partial = is_partial OR $10,
         was_uncertain = was_uncertain OR $3 = 'uncertain',
         uncertain_at = CASE WHEN $3 = 'uncertain' THEN now() ELSE uncertain_at END,
         looks = 0,
         settled_at = CASE WHEN $3 = 'rejected' THEN now() END,
         worker = NULL,
         -- An attempt that is known to have ended unsent is no one's any more.
         fence = CASE WHEN $3 = 'uncertain' THEN fence END
       WHERE id = $1 AND fence = $2 AND state IN ('sending', 'uncertain')
       RETURNING id, state, attempts
     ), noted AS (
       INSERT INTO ${schema}.events (message, type, detail)
       SELECT id, state, jsonb_build_object('attempt', attempts + $6, 'reason', $4::text)
       FROM settled
     )
     SELECT state FROM settled`,
    [
      ...[message.id, message.fence, change.state, change.reason ?? null, change.delayMs],
      ...[change.isCounted ? 0 : 1, change.recipients ?? null, change.accepted],
      ...[JSON.stringify(change.refused), change.isPartial],
    ],
    "letterpress-settle",
  );
  return row && { state: row.state, reason: change.reason };
}

interface AcceptedMessage {
  readonly message: ClaimedMessage;
  readonly outcome: Outcome & { readonly kind: "accepted" };
}

async function settleAccepted(
  { run, schema }: Database,
  items: readonly AcceptedMessage[],
): Promise<readonly Settled[]> {
  const rows = await run<{ id: string; state: MessageState }>(
    `UPDATE ${schema}.messages AS m SET
       state = coalesce(m.outcome, 'accepted'), settled_at = now(), worker = NULL,
       accepted = m.accepted || ARRAY(SELECT json_array_elements_text(s.accepted::json)),
       refused = m.refused || s.refused::jsonb, reply = s.reply, reason = NULL
     FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[])
       AS s (id, fence, accepted, refused, reply)
     -- The rows by their ids first: whatever is known of the table, it is not read through.
     WHERE m.id = ANY ($1::uuid[])
       AND m.id = s.id AND m.fence = s.fence AND m.state IN ('sending', 'uncertain')
     RETURNING m.id, m.state`,
    [
      items.map(({ message }) => message.id),
      items.map(({ message }) => message.fence),
      items.map(({ outcome }) => JSON.stringify(outcome.accepted)),
      items.map(({ outcome }) => JSON.stringify(outcome.refused)),
      items.map(({ outcome }) => outcome.reply),
    ],
    "letterpress-accept",
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return items.map(({ message }) => {
    const state = states.get(message.id);
    return state && { state, reason: undefined };
  });
}

interface Change {
  readonly state: MessageState;
  readonly reason: string | undefined;
  readonly delayMs: number;
  readonly isCounted: boolean;
  readonly recipients: readonly string[] | undefined;
  readonly accepted: readonly string[];
  readonly refused: readonly unknown[];
  readonly isPartial: boolean;
}

function toChange(message: ClaimedMessage, outcome: Outcome, settings: OutboxSettings): Change {
  const base = {
    ...{ reason: undefined, delayMs: 0, isCounted: true, recipients: undefined },
    ...{ accepted: [], refused: [], isPartial: false },
  };
  const again = retryOrHold(message, settings);
  switch (outcome.kind) {
    case "accepted": {
      const { accepted, refused, remaining } = outcome;
      const reason = "some recipients have it; the others were refused for now";
      return {
        ...base,
        ...again(reason),
        accepted,
        refused,
        recipients: remaining,
        isPartial: true,
      };
    }
    case "retry": {
      const { refused, remaining, reason } = outcome;
      const recipients = remaining.length > 0 ? remaining : undefined;
      return { ...base, ...again(reason), refused, recipients };
    }
    case "released": {
      const state = message.attempts > 1 ? "retry" : "queued";
      return { ...base, state, reason: outcome.reason, isCounted: false };
    }
    case "uncertain": {
      const delayMs = settings.lookAfterMs[0] ?? 0;
      return { ...base, state: "uncertain", reason: outcome.reason, delayMs };
    }
    case "rejected":
      return { ...base, state: "rejected", reason: outcome.reason, refused: outcome.refused };
    case "held":
      return { ...base, state: "held", reason: outcome.reason, isCounted: false };
  }
}

function retryOrHold({ attempts }: ClaimedMessage, settings: OutboxSettings) {
  const { retryAfterMs, maxAttempts } = settings;
  const delay = retryAfterMs[Math.min(attempts, retryAfterMs.length) - 1] ?? 0;
  const delayMs = delay * (1 - jitter + 2 * jitter * Math.random());
  return (reason: string) =>
    attempts < maxAttempts
      ? { state: "retry" as const, reason, delayMs }
      : { state: "held" as const, reason: `tried ${attempts} times; the last time: ${reason}` };
}
