import { systemClock } from "../clock.ts";
import type { OutboxStatus } from "../outbox/index.ts";
import { exportOutbox } from "./export-outbox.ts";
import type { OutboxArguments } from "./outbox-arguments.ts";
import { untilTold } from "./until-told.ts";

/** Pause between two looks. */
const watchMs = 2_000;

/** Shows how an outbox stands. @returns the exit code: 1 where something is stuck */
export async function outbox(options: OutboxArguments): Promise<number> {
  const { action, url, schema, watch, json } = options;
  // Loaded here, since no other command needs them.
  const [{ createPostmarkTransport, createSender }, { createOutbox }] = await Promise.all([
    import("../index.ts"),
    import("../outbox/index.ts"),
  ]);
  // Nothing is sent by it.
  const transport = createPostmarkTransport({ url: "smtp://127.0.0.1:25" });
  const encryptionKey = process.env.LETTERPRESS_OUTBOX_KEY?.trim().split(/[\s,]+/) || undefined;
  const shown = createOutbox({ url, schema, encryptionKey, sender: createSender({ transport }) });
  const ending = new AbortController();
  if (watch) void untilTold().then(() => ending.abort());
  try {
    if (action === "export") return await exportOutbox(shown, options);
    for (;;) {
      const status = await shown.status();
      if (watch && process.stdout.isTTY) console.clear();
      console.log(json ? JSON.stringify(status) : describeStatus(status));
      if (!watch) return status.open.held > 0 || status.missingKeys.length > 0 ? 1 : 0;
      await systemClock.sleep(watchMs, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return 0;
    }
  } finally {
    await shown.close();
  }
}

/** How an outbox stands, in lines for a person. */
export function describeStatus(status: OutboxStatus): string {
  const { open, lastDay, senders, workers, stuck, missingKeys } = status;
  const amounts = (counts: object) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${count} ${state}`)
      .join(", ") || "nothing";
  return [
    `Open           ${amounts(open)}`,
    `Last 24 hours  ${amounts(lastDay)}`,
    `Workers        ${workers.length === 0 ? "none: nothing is sent" : ""}`,
    ...workers.map(
      ({ host, pid, connections }) => `  ${host} (${pid}), ${connections} connections`,
    ),
    "Senders",
    ...senders.map(({ name, waiting, sending, oldestDueMs, paused }) => {
      const age = oldestDueMs > 0 ? `, the oldest due for ${describeAge(oldestDueMs)}` : "";
      const why = paused ? `; paused since ${paused.since.toISOString()}: ${paused.reason}` : "";
      return `  ${name}: ${waiting} waiting, ${sending} being sent${age}${why}`;
    }),
    ...(stuck.length > 0 ? ["Stuck"] : []),
    ...stuck.map(({ state, count, reason, oldestAt }) => {
      return `  ${count} ${state} since ${oldestAt.toISOString()}: ${reason}`;
    }),
    ...missingKeys.map(
      (key) => `  sealed with the key "${key}", which LETTERPRESS_OUTBOX_KEY does not hold`,
    ),
  ].join("\n");
}

function describeAge(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
