import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { drizzle as drizzlePostgresJs } from "drizzle-orm/postgres-js";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import postgres from "postgres";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Ünïcode 🎉 \"quoted\" \\ 'x'", text: "Hello" };

/** What a caller's function throws to have its transaction rolled back. */
class Undo extends Error {}

/** A library: runs a function in a transaction, and what is no transaction of it. */
interface Library {
  transaction(work: (tx: unknown) => Promise<void>): Promise<void>;
  readonly noTransaction: unknown;
}

function openPool(): Pool {
  const pool = new Pool({ connectionString: inject("databaseUrl"), max: 2 });
  onTestFinished(() => pool.end());
  return pool;
}

function openPostgresJs() {
  const sql = postgres(inject("databaseUrl"), { max: 2, onnotice: () => {} });
  onTestFinished(() => sql.end());
  return sql;
}

/** What `$transaction` of Prisma hands out: rows by `$queryRawUnsafe`, values one by one. */
function openPrismaLike(): Library {
  const pool = openPool();
  return {
    noTransaction: { $queryRawUnsafe: () => {}, $transaction: () => {} },
    async transaction(work) {
      const client = await pool.connect();
      const $queryRawUnsafe = async (sql: string, ...values: unknown[]) =>
        (await client.query(sql, values)).rows;
      try {
        await client.query("BEGIN");
        await work({ $queryRawUnsafe });
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

const libraries: Readonly<Record<string, () => Library>> = {
  pg: () => {
    const pool = openPool();
    return {
      noTransaction: pool,
      async transaction(work) {
        const client = await pool.connect();
        try {
          await client.query("BEGIN");
          await work(client);
          await client.query("COMMIT");
        } catch (error) {
          await client.query("ROLLBACK");
          throw error;
        } finally {
          client.release();
        }
      },
    };
  },
  "postgres.js": () => {
    const sql = openPostgresJs();
    return {
      noTransaction: sql,
      transaction: async (work) => {
        await sql.begin((tx) => work(tx));
      },
    };
  },
  "Drizzle over pg": () => {
    const db = drizzlePg(openPool());
    return { noTransaction: db, transaction: (work) => db.transaction((tx) => work(tx)) };
  },
  "Drizzle over postgres.js": () => {
    const db = drizzlePostgresJs(openPostgresJs());
    return { noTransaction: db, transaction: (work) => db.transaction((tx) => work(tx)) };
  },
  Kysely: () => {
    const db = new Kysely<object>({
      dialect: new PostgresDialect({ pool: openPool() }),
      plugins: [new CamelCasePlugin()],
    });
    return {
      noTransaction: db,
      transaction: (work) => db.transaction().execute(work),
    };
  },
  "what Prisma hands out": openPrismaLike,
};

describe.each(Object.entries(libraries))("in a transaction of %s", (_name, openLibrary) => {
  test("what is rolled back sends nothing, and what commits is sent once", async () => {
    const { outbox, inbox, startWork } = await openTestOutbox();
    const library = openLibrary();
    startWork();
    const undone = library.transaction(async (tx) => {
      await outbox.enqueue({ ...mail, to: "undone@example.com" }, { tx, key: "order/1" });
      throw new Undo();
    });
    await expect(undone).rejects.toBeInstanceOf(Undo);
    await library.transaction(async (tx) => {
      const first = await outbox.enqueue(mail, { tx, key: "order/1" });
      expect(first).toMatchObject({ isNew: true, state: "queued" });
      expect(await outbox.enqueue(mail, { tx, key: "order/1" })).toEqual({
        ...{ ...first, isNew: false },
      });
      // Nobody else sees it before the commit.
      expect(await outbox.list()).toEqual([]);
    });
    const received = await inbox.waitFor(() => true);
    expect(received.subject).toBe(mail.subject);
    await expect.poll(async () => (await outbox.list())[0]?.state).toBe("accepted");
    expect(inbox.list()).toHaveLength(1);
  });

  test("what a transaction begins from is refused", async () => {
    const { outbox } = await openTestOutbox();
    const { noTransaction: tx } = openLibrary();
    await expect(outbox.enqueue(mail, { tx })).rejects.toMatchObject({
      ...{ kind: "transaction", message: expect.stringMatching(/is no transaction/) },
    });
    expect(await outbox.list()).toEqual([]);
  });
});

test("what runs no query at all is refused", async () => {
  const { outbox } = await openTestOutbox();
  for (const tx of [null, {}, "tx", 7]) {
    await expect(outbox.enqueue(mail, { tx })).rejects.toThrow(/'tx' is no transaction/);
  }
});

test("a transaction of another database is told", async () => {
  const { outbox } = await openTestOutbox();
  const tx = {
    query: async () => {
      throw Object.assign(new Error('relation "letterpress.messages" does not exist'), {
        code: "42P01",
      });
    },
  };
  await expect(outbox.enqueue(mail, { tx })).rejects.toThrow(/give a 'tx' of that one/);
});
