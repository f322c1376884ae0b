import { expect, test } from "vitest";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Hi", text: "Hello" };

test("what was enqueued is sent once, byte by byte as it was stored", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox();
  const enqueued = await outbox.enqueue(mail);
  expect(enqueued).toMatchObject({ state: "queued", isNew: true });
  const stored = await outbox.get(enqueued.id);
  expect(inbox.list()).toEqual([]);
  startWork();
  const received = await inbox.waitFor((message) => message.subject === "Hi");
  expect(received.headers.find(({ name }) => /letterpress-id$/i.test(name))?.value).toBe(
    enqueued.id,
  );
  expect(enqueued.messageId).toBe(`<${enqueued.id}@shop.example>`);
  expect(Buffer.from(received.raw).toString("latin1")).toContain(
    stored?.bytes?.toString("latin1").split("\r\n\r\n")[1] ?? "?",
  );
  await expect.poll(async () => (await outbox.get(enqueued.id))?.state).toBe("accepted");
  expect(await outbox.get(enqueued.id)).toMatchObject({
    ...{ attempts: 1, accepted: ["ada@example.com"], reply: expect.stringMatching(/^250 /) },
  });
  expect(inbox.list()).toHaveLength(1);
});

test("a message that a mail server would refuse fails in the caller's hands", async () => {
  const { outbox } = await openTestOutbox();
  await expect(outbox.enqueue({ ...mail, to: "nobody" })).rejects.toMatchObject({
    ...{ code: "ERR_INVALID_MESSAGE", field: "to" },
  });
  expect(await outbox.list()).toEqual([]);
});

test("a body of 11 MB is refused with the size that Postmark takes", async () => {
  const { outbox } = await openTestOutbox();
  const attachments = [{ filename: "big.bin.txt", content: Buffer.alloc(8_300_000, 65) }];
  await expect(outbox.enqueue({ ...mail, attachments })).rejects.toThrow(/Postmark takes 10 ?MB/);
});

test("the same key with the same content is the same row, with other content an error", async () => {
  const { outbox } = await openTestOutbox();
  const first = await outbox.enqueue(mail, { key: "welcome/1" });
  const second = await outbox.enqueue(mail, { key: "welcome/1" });
  expect(second).toEqual({ ...first, isNew: false });
  const other = outbox.enqueue({ ...mail, text: "Other" }, { key: "welcome/1" });
  await expect(other).rejects.toMatchObject({
    code: "ERR_OUTBOX",
    kind: "key",
    messageId: first.id,
  });
  expect(await outbox.list()).toHaveLength(1);
});

test("of twenty calls with one key at once, one makes the row", async () => {
  const { outbox } = await openTestOutbox();
  await outbox.ready();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => outbox.enqueue(mail, { key: "once" })),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test("each of several recipients gets a row and a message of its own", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox();
  const to = ["ada@example.com", "Bob <bob@example.com>"];
  const rows = await outbox.enqueueEach({ ...mail, to }, { key: "news" });
  expect(rows).toHaveLength(2);
  startWork();
  await expect.poll(() => inbox.list().length).toBe(2);
  expect(
    inbox
      .list()
      .map(({ to: [first] }) => first?.address)
      .sort(),
  ).toEqual([...["ada@example.com", "bob@example.com"]]);
  await expect(outbox.enqueueEach({ ...mail, to, cc: "c@example.com" })).rejects.toThrow(/'cc'/);
});

test("many are enqueued by few statements, in the order given", async () => {
  const { outbox, query } = await openTestOutbox();
  async function* items() {
    for (let i = 0; i < 250; i++) {
      yield { message: { ...mail, subject: `Hi ${i}` }, key: `many/${i}` };
    }
  }
  const first = await outbox.enqueueMany(items());
  expect(first).toHaveLength(250);
  const second = await outbox.enqueueMany(items());
  expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  expect(second.some(({ isNew }) => isNew)).toBe(false);
  expect(await query("SELECT count(*)::int AS n FROM {schema}.messages")).toEqual([{ n: 250 }]);
});

test("a message goes not before it is to, and not after it may", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox();
  const now = Date.now();
  const late = await outbox.enqueue(
    { ...mail, subject: "Late" },
    { expiresAt: new Date(now - 1_000) },
  );
  const soon = await outbox.enqueue({ ...mail, subject: "Soon" }, { sendAt: new Date(now + 700) });
  startWork();
  await inbox.waitFor(({ subject }) => subject === "Soon");
  expect(Date.now()).toBeGreaterThanOrEqual(now + 600);
  expect(await outbox.get(late.id)).toMatchObject({ state: "expired" });
  await expect.poll(async () => (await outbox.get(soon.id))?.state).toBe("accepted");
  expect(inbox.list()).toHaveLength(1);
});

test("high priorities go first, and streams take turns", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox({ limits: { maxConnections: 1 } });
  const make = (subject: string, stream: string, priority: "high" | "normal" | "low") => ({
    ...{ message: { ...mail, subject, stream }, priority },
  });
  const news = Array.from({ length: 60 }, (_, i) => make(`news ${i}`, "news", "normal"));
  const orders = Array.from({ length: 4 }, (_, i) => make(`order ${i}`, "orders", "normal"));
  await outbox.enqueueMany([
    ...[...news, ...orders, make("low", "orders", "low"), make("reset", "orders", "high")],
  ]);
  startWork();
  await expect.poll(() => inbox.list().length).toBe(66);
  const order = inbox
    .list()
    .map(({ subject }) => subject)
    .reverse();
  expect(order[0]).toBe("reset");
  expect(order.at(-1)).toBe("low");
  const places = orders.map(({ message }) => order.indexOf(message.subject));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  // By chance alone: that it fails happens once in a hundred million times.
  expect(places.at(-1)).toBeLessThan(40);
});
