import { createPostmarkTransport, createSender } from "letterpress";
import { createOutbox } from "letterpress/outbox";
import { expect, test } from "vitest";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Your code is 123456", text: "Code 123456" };
const key = (letter: string) => letter.repeat(64);

const makeSender = () =>
  createSender({
    transport: createPostmarkTransport({ url: "smtp://127.0.0.1:1" }),
    from: "shop@shop.example",
  });

test("a database that does not answer is told, with what to check", async () => {
  const outbox = createOutbox({ url: "postgres://127.0.0.1:1/none", sender: makeSender() });
  await expect(outbox.enqueue(mail)).rejects.toMatchObject({
    ...{ code: "ERR_OUTBOX", kind: "database", message: expect.stringMatching(/check 'url'/) },
  });
  await outbox.close();
});

test.each(["", "mysql://x", "embedded:", undefined])("the url %j is refused", (url) => {
  const options = { url: url as string, sender: makeSender() };
  expect(() => createOutbox(options)).toThrow(/Option 'url'.*postgres:\/\/.*embedded:/);
});

test("tables of a newer version are told, and nothing is changed", async () => {
  const { outbox, again, query } = await openTestOutbox();
  await outbox.ready();
  await query("INSERT INTO {schema}.migrations (version, name) VALUES (99, 'future')");
  const older = again();
  await expect(older.enqueue(mail)).rejects.toMatchObject({
    ...{ kind: "schema", message: expect.stringMatching(/version 99.*update letterpress/s) },
  });
  await expect(older.work()).rejects.toMatchObject({ kind: "schema" });
  expect(await query("SELECT count(*)::int AS n FROM {schema}.messages")).toEqual([{ n: 0 }]);
});

test("a worker ends with a word when the tables become newer under it", async () => {
  const { outbox, query } = await openTestOutbox();
  await outbox.ready();
  const working = outbox.work({ leaseMs: 1_000 });
  await expect.poll(async () => (await outbox.status()).workers.length).toBe(1);
  await query("INSERT INTO {schema}.migrations (version, name) VALUES (99, 'future')");
  await expect(working).rejects.toMatchObject({ kind: "schema" });
});

test("many processes that start at once make the tables once", async () => {
  const { again } = await openTestOutbox();
  await Promise.all(Array.from({ length: 8 }, () => again().ready()));
});

test("bodies and subjects are sealed, and a lost key loses nothing", async () => {
  const { outbox, again, inbox, query, startWork } = await openTestOutbox({
    encryptionKey: key("a"),
  });
  const { id } = await outbox.enqueue(mail);
  const [row] = await query("SELECT bytes, subject FROM {schema}.messages");
  expect(String(row?.subject)).toBe("");
  expect(String(row?.bytes)).not.toContain("123456");
  expect((await outbox.get(id))?.bytes?.toString()).toContain("123456");
  const without = again({ encryptionKey: key("b") });
  const worker = startWork(without);
  await expect.poll(async () => (await without.status()).missingKeys.length).toBe(1);
  await expect(without.get(id)).rejects.toMatchObject({ kind: "encryption" });
  await worker.stop();
  expect(inbox.list()).toEqual([]);
  startWork(again({ encryptionKey: [key("b"), key("a")] }));
  expect((await inbox.waitFor(() => true)).subject).toBe(mail.subject);
  expect(() => again({ encryptionKey: "short" })).toThrow(/openssl rand/);
});

test("what is done goes when its time is over: first the body, then the row", async () => {
  const { outbox, again, query, startWork } = await openTestOutbox();
  const { id } = await outbox.enqueue(mail, { key: "k" });
  const worker = startWork(again({ retention: { bodiesMs: 1 } }));
  await expect.poll(async () => (await outbox.get(id))?.headers).toMatch(/^Subject: Your code/m);
  await expect.poll(async () => (await outbox.get(id))?.bytes).toBeUndefined();
  await worker.stop();
  startWork(again({ retention: { rowsMs: 1 } }));
  await expect.poll(async () => outbox.get(id)).toBeUndefined();
  expect(await query("SELECT count(*)::int AS n FROM {schema}.events")).toEqual([{ n: 0 }]);
});

test("what may be done to a message depends on its state, and the error says on which", async () => {
  const { outbox } = await openTestOutbox();
  const { id } = await outbox.enqueue(mail, { sendAt: new Date(Date.now() + 60_000) });
  await expect(outbox.release(id)).rejects.toThrow(
    /is queued; this can be done to one that is held/,
  );
  expect(await outbox.cancel(id)).toBe("cancelled");
  expect(await outbox.retry(id)).toBe("queued");
  await expect(outbox.retry("nobody")).rejects.toThrow(/no such message/);
});

test("lists page by page, by state, recipient and subject", async () => {
  const { outbox } = await openTestOutbox();
  await outbox.enqueueMany(
    Array.from({ length: 5 }, (_, i) => ({ message: { ...mail, subject: `Order ${i}` } })),
  );
  const first = await outbox.list({ limit: 3 });
  const rest = await outbox.list({ limit: 3, after: first.at(-1) });
  expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(5);
  expect(await outbox.list({ subject: "order 3", recipient: "ADA@example.com" })).toHaveLength(1);
  expect(await outbox.list({ states: ["held"] })).toEqual([]);
});
