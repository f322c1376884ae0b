import type { Pool, PoolClient } from "pg";
import { type Clock, systemClock } from "../../clock.ts";
import { type EmbeddedDatabase, startEmbedded } from "../embedded/start-embedded.ts";
import { loadDriver } from "./load-driver.ts";

/** What begins the address of a database beside the app. */
const embeddedPrefix = "embedded:";

/** Longest wait for a connection. */
const connectTimeoutMs = 10_000;

/** A row as PostgreSQL gives it. */
export type Row = Record<string, unknown>;

/** Something that runs one statement: the pool, or a transaction. */
export interface Runner {
  /** @param name of a statement that is often run: it is prepared once for each connection */
  run<Result extends object = Row>(
    sql: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Result[]>;
}

/** A connection of its own, as far as LISTEN needs it. Its types are not those of `pg`, which an app may lack. */
export interface ListeningClient {
  query(text: string): Promise<unknown>;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(
    event: "notification",
    listener: (notice: { readonly payload?: string | undefined }) => void,
  ): unknown;
  release(destroy: boolean): void;
}

/** The database of an outbox. Connects when it is used first, and again when it was gone. */
export interface Database extends Runner {
  /** The quoted name of the schema. */
  readonly schema: string;
  /** The name of the schema as it is. */
  readonly schemaName: string;
  transaction<Value>(work: (tx: Runner) => Promise<Value>): Promise<Value>;
  /** A connection of its own, for LISTEN. The caller ends it by `release(true)`. */
  connect(): Promise<ListeningClient>;
  /** Ends every connection, and the database beside the app if no one else uses it. */
  close(): Promise<void>;
}

/** Options of {@link openDatabase}. */
export interface DatabaseOptions {
  readonly url: string;
  readonly schema: string;
  readonly maxConnections: number;
  readonly clock?: Clock | undefined;
}

/** Opens the database of a URL, which may be one beside the app. */
export function openDatabase(options: DatabaseOptions): Database {
  const { schema, clock = systemClock } = options;
  const source = new PoolSource(options, clock);
  const run: Runner["run"] = async (sql, values, name) => {
    const pool = await source.pool();
    return runOn(pool, sql, values, name);
  };
  return {
    schema: `"${schema.replaceAll('"', '""')}"`,
    schemaName: schema,
    run,
    async transaction(work) {
      const client = await (await source.pool()).connect();
      let failed = true;
      try {
        await client.query("BEGIN");
        const value = await work({
          run: (sql, values, name) => runOn(client, sql, values, name),
        });
        await client.query("COMMIT");
        failed = false;
        return value;
      } catch (error) {
        failed = await client.query("ROLLBACK").then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.release(failed);
      }
    },
    connect: async () => (await source.pool()).connect(),
    close: () => source.close(),
  };
}

async function runOn<Result extends object>(
  target: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<Result[]> {
  const query = { text, values: [...values], ...(name === undefined ? {} : { name }) };
  const { rows } = await target.query<Result>(query);
  return rows;
}

/** The pool, and the server beside the app that it leads to, started again when it was lost. */
class PoolSource {
  readonly #options: DatabaseOptions;
  readonly #clock: Clock;
  #opening: Promise<Pool> | undefined;
  #embedded: EmbeddedDatabase | undefined;
  #isClosed = false;

  constructor(options: DatabaseOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  pool(): Promise<Pool> {
    if (this.#isClosed) return Promise.reject(new Error("The outbox is closed"));
    if (this.#embedded?.isLost) {
      const lost = this.#opening;
      this.#opening = undefined;
      void lost?.then((pool) => pool.end()).catch(() => {});
    }
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const pool = await this.#opening?.catch(() => undefined);
    await pool?.end().catch(() => {});
    await this.#embedded?.close();
  }

  async #open(): Promise<Pool> {
    const { url, maxConnections } = this.#options;
    const { Pool } = await loadDriver();
    if (url.startsWith(embeddedPrefix)) {
      await this.#embedded?.close();
      const path = url.slice(embeddedPrefix.length);
      this.#embedded = await startEmbedded(path, { clock: this.#clock });
    }
    const pool = new Pool({
      connectionString: this.#embedded?.url ?? url,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: "letterpress",
      keepAlive: true,
    });
    // Without a listener, a server that ends an idle connection would end this process.
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    return pool;
  }
}
