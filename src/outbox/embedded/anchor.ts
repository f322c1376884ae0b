import type { Client } from "pg";
import { loadDriver } from "../database/load-driver.ts";
import { type EmbeddedFolder, roleName } from "./embedded-folder.ts";

/** Number of the advisory lock that every process holds, shared, while it uses the server. */
const usersLock = 4_907_115;

/** Longest wait for a server that is there to answer. */
const connectTimeoutMs = 5_000;

/** What `pg` has and its types lack. */
interface Unreferable {
  ref(): void;
  unref(): void;
}

/** The connection by which a process shows the others that it uses the server. */
export interface Anchor {
  /** Whether the server has ended it. */
  readonly isLost: boolean;
  /**
   * Takes the hold off.
   *
   * @param stop called when no other process uses the server; until it resolves, none can begin to
   */
  release(stop: () => Promise<void>): Promise<void>;
}

/** Address of the server on a port. */
export function embeddedUrl({ password }: EmbeddedFolder, port: number): string {
  return `postgres://${roleName}:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Connects to the server and takes hold of it. That it takes our password proves that it is ours.
 *
 * @returns `undefined` when no such server answers
 */
export async function takeHold(folder: EmbeddedFolder, port: number): Promise<Anchor | undefined> {
  if (!(port > 0)) return undefined;
  const { Client } = await loadDriver();
  const client = new Client({
    connectionString: embeddedUrl(folder, port),
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: "letterpress anchor",
  });
  let isLost = false;
  client.on("error", () => {
    isLost = true;
  });
  client.on("end", () => {
    isLost = true;
  });
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [usersLock]);
  } catch {
    drop(client);
    return undefined;
  }
  // A process that has nothing else to do may end.
  (client as Client & Unreferable).unref();
  return {
    get isLost() {
      return isLost;
    },
    release: (stop) => letGo(client, isLost, stop),
  };
}

async function letGo(client: Client, isLost: boolean, stop: () => Promise<void>): Promise<void> {
  if (isLost) return;
  try {
    (client as Client & Unreferable).ref();
    await client.query("SELECT pg_advisory_unlock_shared($1)", [usersLock]);
    const { rows } = await client.query<{ last: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS last",
      [usersLock],
    );
    if (rows[0]?.last) await stop();
  } catch {
    // The server has ended by itself.
  } finally {
    drop(client);
  }
}

/** Not waited for: what a server that was killed leaves of a connection may never come to its end. */
function drop(client: Client): void {
  client.end().catch(() => {});
}
