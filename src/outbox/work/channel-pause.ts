import type { Database } from "../database/database.ts";
import { notifyChannel } from "../database/notices.ts";

/** Longest pause between two probes, in seconds. */
const maxProbeSeconds = 300;

/** How long a probe may take before another process may try. */
const probeLease = "interval '60 seconds'";

/** Makes the rows of the channels. */
export async function addChannels(
  { run, schema }: Database,
  names: readonly string[],
): Promise<void> {
  await run(
    `INSERT INTO ${schema}.channels (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
    [names],
  );
}

/**
 * Pauses a channel that is at fault, for all processes.
 *
 * @returns whether it was not paused before
 */
export async function pauseChannel(
  { run, schema }: Database,
  name: string,
  reason: string,
  probeAfterMs: number,
): Promise<boolean> {
  const rows = await run(
    `UPDATE ${schema}.channels SET paused_at = now(), reason = $2, failures = failures + 1,
       probe_at = now() + ${backOff("failures")}
     WHERE name = $1 AND paused_at IS NULL RETURNING name`,
    [name, reason, probeAfterMs],
  );
  return rows.length > 0;
}

/** Takes on the probe of a paused channel, when it is due and no other process has. */
export async function claimProbe({ run, schema }: Database, name: string): Promise<boolean> {
  const rows = await run(
    `UPDATE ${schema}.channels SET probe_at = now() + ${probeLease}
     WHERE name = $1 AND paused_at IS NOT NULL AND probe_at <= now() RETURNING name`,
    [name],
    "letterpress-probe",
  );
  return rows.length > 0;
}

/** Notes that a probe failed; the next one comes later. */
export async function noteFailedProbe(
  { run, schema }: Database,
  name: string,
  reason: string,
  probeAfterMs: number,
): Promise<void> {
  await run(
    `UPDATE ${schema}.channels SET reason = $2, failures = failures + 1,
       probe_at = now() + ${backOff("failures")}
     WHERE name = $1 AND paused_at IS NOT NULL`,
    [name, reason, probeAfterMs],
  );
}

/** Lets a channel go on, and wakes who waits for it. */
export async function resumeChannel({ run, schema }: Database, name: string): Promise<void> {
  await run(
    `WITH resumed AS (
       UPDATE ${schema}.channels SET paused_at = NULL, reason = NULL, probe_at = NULL
       WHERE name = $1 AND paused_at IS NOT NULL RETURNING name
     ) SELECT pg_notify(${notifyChannel(schema)}, '') FROM resumed`,
    [name],
  );
}

/** Notes that the channel has taken a message, so that its next fault is a first one again. */
export async function noteHealth({ run, schema }: Database, name: string): Promise<void> {
  await run(
    `UPDATE ${schema}.channels SET failures = 0
     WHERE name = $1 AND failures > 0 AND paused_at IS NULL`,
    [name],
  );
}

/** Doubled with each failure, up to a limit, a fifth more or less. $3: milliseconds of the first. */
function backOff(failures: string): string {
  const doubled = `$3::float8 / 1000 * power(2, least(${failures}, 20))`;
  return `make_interval(secs => least(${maxProbeSeconds}, ${doubled}) * (0.8 + 0.4 * random()))`;
}
