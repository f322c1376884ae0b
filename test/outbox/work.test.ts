import { createPostmarkTransport, createSender } from "letterpress";
import { parseWebhook } from "letterpress/webhook";
import { expect, onTestFinished, test } from "vitest";
import { type Act, type Circumstances, startFaultServer } from "../transport/fault-server.ts";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Hi", text: "Hello" };
const from = "shop@shop.example";

async function openFaulty(act: (circumstances: Circumstances) => Act | undefined) {
  const server = await startFaultServer({ act });
  const transport = createPostmarkTransport({ url: server.url });
  onTestFinished(async () => {
    await server.close();
    await transport.close();
  });
  return { server, sender: createSender({ transport, from }) };
}

test("a message that is refused for now is tried again, and one refused for good is not", async () => {
  let count = 0;
  const { server, sender } = await openFaulty(({ moment, recipient }) => {
    if (moment === "rcpt" && recipient === "gone@example.com") return { reply: "550 5.1.1 no" };
    if (moment !== "dot") return undefined;
    count += 1;
    return count < 3 ? { reply: "451 4.3.0 not now" } : undefined;
  });
  const { outbox, startWork } = await openTestOutbox({ sender });
  const { id } = await outbox.enqueue(mail);
  startWork();
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect(await outbox.get(id)).toMatchObject({ attempts: 3 });
  expect(server.record.taken).toHaveLength(1);
  const gone = await outbox.enqueue({ ...mail, to: "gone@example.com" });
  await expect.poll(async () => (await outbox.get(gone.id))?.state).toBe("rejected");
  expect(await outbox.get(gone.id)).toMatchObject({
    ...{ attempts: 1, refused: [{ address: "gone@example.com", response: "550 5.1.1 no" }] },
  });
});

test("of several recipients, those refused for now are tried again alone", async () => {
  let refused = 0;
  const { server, sender } = await openFaulty(({ moment, recipient }) => {
    if (moment !== "rcpt" || recipient !== "bob@example.com" || refused > 0) return undefined;
    refused += 1;
    return { reply: "451 4.2.1 full" };
  });
  const { outbox, startWork } = await openTestOutbox({ sender });
  const { id } = await outbox.enqueue({ ...mail, to: ["ada@example.com", "bob@example.com"] });
  startWork();
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect((await outbox.get(id))?.accepted).toEqual(["ada@example.com", "bob@example.com"]);
  expect(server.record.commands.filter((line) => /RCPT TO:<ada/.test(line))).toHaveLength(1);
});

test.each([
  { name: "found", keep: true, copies: 1 },
  { name: "not found after every look", keep: false, copies: 1 },
])("what may have been sent is looked up first: $name", async ({ keep, copies }) => {
  let isFirst = true;
  const { server, sender } = await openFaulty(({ moment }) => {
    if (moment !== "dot" || !isFirst) return undefined;
    isFirst = false;
    return keep ? { keepAnd: "close" } : "close";
  });
  let looks = 0;
  const search = async ({ key, value }: { key: string; value: string }) => {
    looks += 1;
    expect(key).toBe("letterpress-id");
    return server.record.taken.some((raw) => raw.includes(value))
      ? { postmarkId: "p1" }
      : undefined;
  };
  const { outbox, startWork } = await openTestOutbox({ sender, search });
  const { id } = await outbox.enqueue(mail);
  startWork();
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect(server.record.taken).toHaveLength(copies);
  expect(looks).toBe(keep ? 1 : 2);
  expect(server.record.bodies).toHaveLength(keep ? 1 : 2);
});

test("where nothing can be looked up it is held, until a webhook or a person says more", async () => {
  const { server, sender } = await openFaulty(({ moment }) =>
    moment === "dot" ? { keepAnd: "close" } : undefined,
  );
  const { outbox, startWork } = await openTestOutbox({ sender });
  const [first, second] = await outbox.enqueueMany([{ message: mail }, { message: mail }]);
  startWork();
  const ids = [first?.id ?? "", second?.id ?? ""];
  const states = async () => Promise.all(ids.map(async (id) => (await outbox.get(id))?.state));
  await expect.poll(states).toEqual(["held", "held"]);
  expect((await outbox.status()).stuck[0]).toMatchObject({ state: "held", count: 2 });
  const body = JSON.stringify({
    ...{ RecordType: "Delivery", MessageID: "883953f4-6105-42a2-a16a-77a8eac79483" },
    ...{ Recipient: "ada@example.com", DeliveredAt: "2026-11-26T10:00:00Z", Details: "ok" },
    ...{ MessageStream: "outbound", Metadata: { "letterpress-id": ids[0] } },
  });
  for (const event of parseWebhook(body)) expect(await outbox.record(event)).toBe(true);
  expect(await outbox.release(ids[1] ?? "", { sent: true })).toBe("accepted");
  expect(await states()).toEqual(["delivered", "accepted"]);
  expect(server.record.taken).toHaveLength(2);
});

test("a channel at fault is paused and probed; no message counts an attempt for it", async () => {
  let isDown = true;
  const { sender } = await openFaulty(({ moment }) =>
    moment === "auth" && isDown ? { reply: "535 5.7.8 no" } : undefined,
  );
  const { outbox, events, startWork } = await openTestOutbox({ sender });
  const { id } = await outbox.enqueue(mail);
  const faulty = await openFaulty(({ moment }) =>
    moment === "connect" && isDown ? { reply: "421 4.3.2 closed" } : undefined,
  );
  const other = await openTestOutbox({ sender: faulty.sender });
  const second = await other.outbox.enqueue(mail);
  startWork();
  other.startWork();
  await expect.poll(() => other.events.some(({ type }) => type === "paused")).toBe(true);
  await expect
    .poll(() => other.outbox.get(second.id))
    .toMatchObject({
      ...{ state: "queued", attempts: 0 },
    });
  isDown = false;
  await expect.poll(async () => (await other.outbox.get(second.id))?.state).toBe("accepted");
  expect(await other.outbox.get(second.id)).toMatchObject({ attempts: 1 });
  expect(other.events.some(({ type }) => type === "resumed")).toBe(true);
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect(events.filter(({ type }) => type === "fence-lost")).toEqual([]);
});

test("who is suppressed gets nothing, also when it happened after the message was enqueued", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox();
  const alone = await outbox.enqueue(mail);
  const both = await outbox.enqueue({ ...mail, to: ["ada@example.com", "bob@example.com"] });
  await outbox.suppressionStore.apply({
    ...{ address: "ada@example.com", stream: "outbound", reason: "hard-bounce", at: new Date() },
    ...{ origin: {}, atPostmark: true },
  });
  startWork();
  await expect.poll(async () => (await outbox.get(both.id))?.state).toBe("accepted");
  await expect.poll(async () => (await outbox.get(alone.id))?.state).toBe("rejected");
  expect(await outbox.get(alone.id)).toMatchObject({ state: "rejected" });
  expect(await outbox.get(both.id)).toMatchObject({ accepted: ["bob@example.com"] });
  expect(inbox.list()).toHaveLength(1);
});

test("a worker that ended leaves what it was sending uncertain, and its late answer still counts", async () => {
  const { outbox, query, startWork } = await openTestOutbox({ lookAfterMs: [60_000] });
  const { id } = await outbox.enqueue(mail, { sendAt: new Date(Date.now() + 3_600_000) });
  await query(
    `UPDATE {schema}.messages SET state = 'sending', fence = 7, worker = gen_random_uuid(), attempts = 1`,
  );
  startWork();
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("uncertain");
  expect((await outbox.get(id))?.timeline.map(({ type }) => type)).toEqual(["uncertain"]);
});

test("workers share the connections of a sender, and together keep its limit", async () => {
  const { outbox, again, query, startWork } = await openTestOutbox({
    limits: { maxConnections: 3 },
  });
  startWork();
  startWork(again());
  const granted = async () =>
    (await query("SELECT granted FROM {schema}.shares ORDER BY 1")).map((row) => row.granted);
  await expect.poll(granted).toEqual([1, 2]);
  expect((await outbox.status()).workers).toHaveLength(2);
});

test("no more goes out in a second than was said", async () => {
  const { outbox, inbox, startWork } = await openTestOutbox({ limits: { maxPerSecond: 4 } });
  await outbox.enqueueMany(Array.from({ length: 9 }, () => ({ message: mail })));
  const begun = Date.now();
  startWork();
  await expect.poll(() => inbox.list().length).toBe(9);
  // Four at once at most, and four a second from then on.
  expect(Date.now() - begun).toBeGreaterThan(1_000);
});

test("several senders have messages and pauses of their own", async () => {
  const works = await openFaulty(() => undefined);
  const fails = await openFaulty(({ moment }) =>
    moment === "connect" ? { reply: "554 5.3.2 closed" } : undefined,
  );
  const senders = { ada: works.sender, bob: fails.sender };
  const { outbox, startWork } = await openTestOutbox({ senders });
  const first = await outbox.enqueue(mail, { sender: "ada" });
  await outbox.enqueue(mail, { sender: "bob" });
  await expect(outbox.enqueue(mail, { sender: "eve" })).rejects.toThrow(/give one of: ada, bob/);
  startWork();
  await expect.poll(async () => (await outbox.get(first.id))?.state).toBe("accepted");
  await expect
    .poll(async () => (await outbox.status()).senders.map(({ paused }) => paused !== undefined))
    .toEqual([false, true]);
});
