import type { Database } from "../database/database.ts";
import type { MessageState } from "../message-state.ts";
import type { OutboxSettings } from "../settings.ts";

/** How many are looked up in one go. */
const batchSize = 20;

/** Longest time that one look may take; then another process may try. */
const lookLeaseSeconds = 60;

/** So long Postmark's search may be out of reach before the message is dealt with without it. */
const patienceMs = 60 * 60_000;

interface UncertainRow {
  readonly id: string;
  readonly fence: string | null;
  readonly channel: string;
  readonly stream: string;
  readonly looks: number;
  readonly metadata_key: string | null;
  readonly metadata_value: string | null;
  readonly is_partial: boolean;
  readonly attempts: number;
  readonly uncertain_ms: number;
}

/** What a look has led to. */
export interface LookedUp {
  readonly id: string;
  readonly channel: string;
  readonly attempts: number;
  readonly state: MessageState;
  readonly reason: string | undefined;
}

type Verdict =
  | { readonly state: "accepted"; readonly postmarkId: string | undefined }
  | { readonly state: "queued" | "held"; readonly reason: string }
  | { readonly state: "uncertain"; readonly delayMs: number; readonly isLook: boolean };

/**
 * Looks up the uncertain messages that are due for it.
 *
 * @returns those whose state has changed
 */
export async function lookUpUncertain(
  database: Database,
  settings: OutboxSettings,
  signal: AbortSignal,
): Promise<readonly LookedUp[]> {
  const { run, schema } = database;
  const rows = await run<UncertainRow>(
    `UPDATE ${schema}.messages AS m SET due_at = now() + make_interval(secs => ${lookLeaseSeconds})
     FROM (
       SELECT id FROM ${schema}.messages
       WHERE state = 'uncertain' AND due_at <= now() AND channel = ANY ($1)
       ORDER BY due_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
     ) AS due WHERE m.id = due.id
     RETURNING m.id, m.fence::text, m.channel, m.stream, m.looks, m.metadata_key,
       m.metadata_value, m.is_partial, m.attempts,
       (extract(epoch FROM now() - m.uncertain_at) * 1000)::float8 AS uncertain_ms`,
    [[...settings.senders.keys()]],
    "letterpress-looks",
  );
  const changed = await Promise.all(
    rows.map(async (row) => {
      const verdict = await judge(row, settings, signal);
      const isWritten = await write(database, row, verdict);
      return isWritten && verdict.state !== "uncertain" ? [toLookedUp(row, verdict)] : [];
    }),
  );
  return changed.flat();
}

async function judge(
  row: UncertainRow,
  settings: OutboxSettings,
  signal: AbortSignal,
): Promise<Verdict> {
  const { search, lookAfterMs } = settings;
  const { metadata_key: key, looks } = row;
  if (!search) return withoutSearch(settings, "no 'search' is set");
  if (key === null) return withoutSearch(settings, "it carries no id of its own in its metadata");
  if (row.is_partial) {
    return withoutSearch(settings, "a search cannot tell this attempt from the one before");
  }
  const value = row.metadata_value ?? row.id;
  try {
    const found = await search({
      ...{ key, value, sender: row.channel, stream: row.stream },
      signal: AbortSignal.any([signal, AbortSignal.timeout(lookLeaseSeconds * 500)]),
    });
    if (found) return { state: "accepted", postmarkId: found.postmarkId };
  } catch (error) {
    const first = lookAfterMs[0] ?? 0;
    if (row.uncertain_ms < patienceMs) {
      return { state: "uncertain", delayMs: Math.max(first, 1_000), isLook: false };
    }
    return withoutSearch(
      settings,
      `the search fails (${error instanceof Error ? error.message : error})`,
    );
  }
  const next = lookAfterMs[looks + 1];
  if (next === undefined) {
    return { state: "queued", reason: `looked for ${looks + 1} times and not found: not sent` };
  }
  return { state: "uncertain", delayMs: Math.max(next - row.uncertain_ms, 0), isLook: true };
}

function withoutSearch({ onUncertain }: OutboxSettings, why: string): Verdict {
  const reason = `it may have been sent, and cannot be looked up: ${why}`;
  return onUncertain === "resend"
    ? { state: "queued", reason: `${reason}; sent again` }
    : { state: "held", reason };
}

/** The fence says that the row is still the same attempt's. */
async function write(
  { run, schema }: Database,
  { id, fence }: UncertainRow,
  verdict: Verdict,
): Promise<boolean> {
  const isStill = verdict.state === "uncertain";
  const rows = await run(
    `WITH settled AS (
       UPDATE ${schema}.messages SET
         state = CASE WHEN $3 = 'accepted' THEN coalesce(outcome, 'accepted') ELSE $3 END,
         reason = CASE WHEN $3 = 'uncertain' THEN reason ELSE $4 END,
         postmark_id = coalesce($5, postmark_id),
         due_at = now() + make_interval(secs => $6::float8 / 1000),
         looks = looks + $7,
         settled_at = CASE WHEN $3 = 'accepted' THEN now() END,
         accepted = CASE WHEN $3 = 'accepted' THEN recipients ELSE accepted END,
         fence = CASE WHEN $3 = 'uncertain' THEN fence END
       WHERE id = $1 AND fence IS NOT DISTINCT FROM $2::bigint AND state = 'uncertain'
       RETURNING id
     ), noted AS (
       INSERT INTO ${schema}.events (message, type, detail)
       SELECT id, 'looked-up', jsonb_build_object('state', $3::text, 'reason', $4::text) FROM settled
     )
     SELECT id FROM settled`,
    [
      ...[id, fence, verdict.state],
      "reason" in verdict ? verdict.reason : null,
      "postmarkId" in verdict ? (verdict.postmarkId ?? null) : null,
      isStill ? verdict.delayMs : 0,
      isStill && verdict.isLook ? 1 : 0,
    ],
    "letterpress-looked-up",
  );
  return rows.length > 0;
}

function toLookedUp(row: UncertainRow, verdict: Verdict): LookedUp {
  const { id, channel, attempts } = row;
  const reason = "reason" in verdict ? verdict.reason : undefined;
  return { id, channel, attempts, state: verdict.state, reason };
}
