import { createPostmarkTransport, createSender } from "letterpress";
import { createInbox } from "letterpress/inbox";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { startFaultServer } from "../transport/fault-server.ts";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Hi", text: "Hello" };
const from = "shop@shop.example";

/** Makes every change of the table fail as PostgreSQL does where its disk is full. */
const fillDisk = (when: string) => `
  CREATE OR REPLACE FUNCTION {schema}.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
  CREATE TRIGGER full_disk BEFORE ${when} ON {schema}.messages FOR EACH STATEMENT
  EXECUTE FUNCTION {schema}.full_disk()`;
const makeRoom = "DROP TRIGGER full_disk ON {schema}.messages";

test("a full disk is told by what enqueues, and everything goes on when there is room", async () => {
  const { outbox, inbox, query, startWork } = await openTestOutbox();
  await outbox.ready();
  await query(fillDisk("INSERT"));
  const failed = outbox.enqueue(mail, { key: "k" });
  await expect(failed).rejects.toMatchObject({
    ...{ code: "ERR_OUTBOX", kind: "database" },
    message: expect.stringMatching(/disk of the database is full.*make room/),
  });
  await query(makeRoom);
  expect(await outbox.enqueue(mail, { key: "k" })).toMatchObject({ isNew: true });
  startWork();
  await inbox.waitFor(() => true);
});

test("what was sent while the disk is full is written down when there is room, and not sent again", async () => {
  const server = await startFaultServer();
  const transport = createPostmarkTransport({ url: server.url });
  onTestFinished(async () => {
    await server.close();
    await transport.close();
  });
  const sender = createSender({ transport, from });
  const { outbox, query, startWork } = await openTestOutbox({ sender });
  const { id } = await outbox.enqueue(mail);
  // Claims are let through: only the outcome finds no room.
  await query(`CREATE FUNCTION {schema}.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full_disk BEFORE UPDATE ON {schema}.messages FOR EACH ROW
    WHEN (NEW.state = 'accepted') EXECUTE FUNCTION {schema}.full_disk()`);
  startWork();
  await expect.poll(() => server.record.taken.length).toBe(1);
  expect((await outbox.get(id))?.state).toBe("sending");
  await query(makeRoom);
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect(server.record.taken).toHaveLength(1);
});

test.each([-400, 400])("a machine whose clock is %i days off sends all the same", async (days) => {
  const clock = { ...systemClock, now: () => Date.now() + days * 86_400_000 };
  const { outbox, inbox, startWork } = await openTestOutbox({ clock });
  const rows = [await outbox.enqueue(mail), await outbox.enqueue(mail)];
  startWork();
  await expect.poll(() => inbox.list().length).toBe(2);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
});

test("a database whose clock jumps ahead takes no message from a worker that lives", async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const inbox = await createInbox({ port: 0 });
  const transport = inbox.transport();
  const slow = {
    ...transport,
    name: "slow",
    async deliverComposed(...args: Parameters<NonNullable<typeof transport.deliverComposed>>) {
      const delivery = await transport.deliverComposed?.(...args);
      await held;
      if (!delivery) throw new Error("nothing was delivered");
      return delivery;
    },
  };
  onTestFinished(() => inbox.close());
  const sender = createSender({ transport: slow, from });
  const { outbox, again, query, startWork } = await openTestOutbox({
    ...{ sender, lookAfterMs: [60_000] },
  });
  const { id } = await outbox.enqueue(mail);
  startWork();
  await inbox.waitFor(() => true);
  // To whoever looks now, every lease has long ended.
  await query("UPDATE {schema}.workers SET lease_until = now() - interval '1 day'");
  await query(`UPDATE {schema}.messages SET worker = gen_random_uuid() WHERE state = 'sending'`);
  startWork(again());
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("uncertain");
  answer();
  await expect.poll(async () => (await outbox.get(id))?.state).toBe("accepted");
  expect(inbox.list()).toHaveLength(1);
});

test("two apps on one schema send their own, and share keys and what is known", async () => {
  const shop = await createInbox({ port: 0 });
  const news = await createInbox({ port: 0 });
  onTestFinished(async () => {
    await shop.close();
    await news.close();
  });
  const sendersOf = (name: string, inbox: typeof shop) => ({
    senders: { [name]: createSender({ transport: inbox.transport(), from }) },
  });
  const { outbox, again, startWork } = await openTestOutbox(sendersOf("shop", shop));
  const other = again(sendersOf("news", news));
  await outbox.enqueue(mail, { key: "a" });
  await other.enqueue({ ...mail, subject: "News" }, { key: "b" });
  await expect(other.enqueue(mail, { key: "b" })).rejects.toMatchObject({ kind: "key" });
  await expect(other.enqueue(mail, { sender: "shop" })).rejects.toThrow(/give one of: news/);
  startWork();
  await expect.poll(() => shop.list().length).toBe(1);
  expect((await outbox.status()).open.queued).toBe(1);
  startWork(other);
  await expect.poll(() => news.list().map(({ subject }) => subject)).toEqual(["News"]);
  expect(shop.list()).toHaveLength(1);
  expect((await outbox.list()).map(({ sender }) => sender).sort()).toEqual(["news", "shop"]);
});
