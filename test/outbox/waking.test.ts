import { Client } from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Hi", text: "Hello" };

/** Hears what is said to the workers of a schema. */
async function listenTo(schema: string): Promise<string[]> {
  const client = new Client({ connectionString: inject("databaseUrl") });
  await client.connect();
  onTestFinished(() => client.end());
  const heard: string[] = [];
  client.on("notification", ({ payload = "" }) => heard.push(payload));
  await client.query(`LISTEN "letterpress_${schema}"`);
  return heard;
}

test("only a worker that sleeps is woken: none that is busy, and nobody where there is none", async () => {
  const { outbox, inbox, schema, query, startWork } = await openTestOutbox();
  await outbox.ready();
  const heard = await listenTo(schema);
  const isAsleep = async () =>
    (await query("SELECT is_asleep FROM {schema}.shares")).map((row) => row.is_asleep);

  await outbox.enqueue({ ...mail, subject: "nobody there" });
  await query("SELECT 1");
  expect(heard).toEqual([]);

  startWork();
  await expect.poll(() => inbox.list().length).toBe(1);
  await expect.poll(isAsleep).toEqual([true]);
  await outbox.enqueue({ ...mail, subject: "to a sleeper" });
  await expect.poll(() => heard).toEqual(["due default"]);
  await expect.poll(() => inbox.list().length).toBe(2);

  // Once more where the machine stood still for so long that the worker fell asleep.
  const saidToTheBusy = async () => {
    await outbox.enqueueMany(Array.from({ length: 60 }, () => ({ message: mail })));
    await expect.poll(isAsleep).toEqual([false]);
    const before = heard.length;
    const { id } = await outbox.enqueue({ ...mail, subject: "to one that is awake" });
    await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
    return heard.length - before;
  };
  await expect.poll(saidToTheBusy).toBe(0);
  await expect.poll(isAsleep).toEqual([true]);
});
