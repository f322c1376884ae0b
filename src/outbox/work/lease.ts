import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { monotonicMs } from "../../clock.ts";
import type { Database } from "../database/database.ts";
import { checkVersion, ownVersion } from "../database/migrate.ts";

/** The part of a lease after which a worker that could not renew it lets go of what it is doing. */
const abandonAfter = 0.7;

/**
 * A worker's lease in the database. While it is renewed, what the worker is sending is its own; when
 * it has ended, any other may take it up. So a worker that cannot renew it lets go before it ends.
 */
export class Lease {
  readonly id: string = randomUUID();
  readonly leaseMs: number;
  readonly #database: Database;
  readonly #ownVersion = ownVersion();
  #renewedAt = 0;

  constructor(database: Database, leaseMs: number) {
    this.#database = database;
    this.leaseMs = leaseMs;
  }

  /** Whether it is so long since it was renewed that others may soon take over. */
  get isEnding(): boolean {
    return monotonicMs() - this.#renewedAt > this.leaseMs * abandonAfter;
  }

  /** Name of this machine, as it stands in the database. */
  get host(): string {
    return hostname();
  }

  /**
   * Renews it, or begins it.
   *
   * @throws {OutboxError} when the tables were changed to a newer version meanwhile
   */
  async renew(): Promise<void> {
    const { schema, schemaName, run } = this.#database;
    const begunAt = monotonicMs();
    const [row] = await run<{ version: number }>(
      `INSERT INTO ${schema}.workers (id, host, pid, version, lease_until)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5::float8 / 1000))
       ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until
       RETURNING (SELECT max(version) FROM ${schema}.migrations) AS version`,
      [this.id, this.host, process.pid, String(this.#ownVersion), this.leaseMs],
      "letterpress-renew",
    );
    this.#renewedAt = begunAt;
    checkVersion(row?.version ?? 0, this.#ownVersion, schemaName);
  }

  /** Gives it up, so that no one waits for its end. */
  async end(): Promise<void> {
    const { schema, run } = this.#database;
    await run(`DELETE FROM ${schema}.workers WHERE id = $1`, [this.id]);
  }
}
