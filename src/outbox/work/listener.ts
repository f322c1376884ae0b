import type { Clock } from "../../clock.ts";
import type { Database, ListeningClient } from "../database/database.ts";
import { notifyChannel } from "../database/notices.ts";

/** Pause before the next try to connect. */
const reconnectMs = 1_000;

/**
 * Listens to what other processes say, on a connection of its own, and comes back when the
 * database does. What is said in between is missed: a poll stands behind it.
 *
 * @param onNotice called with what was said; with "" also after each new connection
 * @returns when the signal has aborted
 */
export async function listen(
  database: Database,
  clock: Clock,
  signal: AbortSignal,
  onNotice: (payload: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    let client: ListeningClient | undefined;
    try {
      client = await database.connect();
      await untilLost(client, database.schema, signal, onNotice);
    } catch {
      await clock.sleep(reconnectMs, { signal }).catch(() => {});
    } finally {
      client?.release(true);
    }
  }
}

async function untilLost(
  client: ListeningClient,
  schema: string,
  signal: AbortSignal,
  onNotice: (payload: string) => void,
): Promise<void> {
  const lost = new Promise<void>((resolve, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("The connection ended")));
    signal.addEventListener("abort", () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  // Told of at the race below; a rejection before that must not end the process.
  lost.catch(() => {});
  client.on("notification", ({ payload = "" }) => onNotice(payload));
  const [, name = ""] = /^'(.*)'$/.exec(notifyChannel(schema)) ?? [];
  await client.query(`LISTEN "${name.replaceAll("''", "'")}"`);
  onNotice("");
  await lost;
}
