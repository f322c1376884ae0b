import { expect, inject, onTestFinished, test } from "vitest";
import { type OutboxActivity, openActivity } from "../../src/outbox/activity/open-activity.ts";
import { type OpenedOutbox, openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Order 10428", text: "Hello" };

function look({ schema }: Pick<OpenedOutbox, "schema">): OutboxActivity {
  const activity = openActivity({ url: inject("databaseUrl"), schema });
  onTestFinished(() => activity.close());
  return activity;
}

const subjects = async (found: ReturnType<OutboxActivity["search"]>) =>
  (await found).messages.map(({ subject }) => subject);

test("messages are found by state, people, words, tag, email and time, a page at a time", async () => {
  const opened = await openTestOutbox();
  const { outbox, query } = opened;
  const activity = look(opened);
  await outbox.enqueue(mail, { emailId: "orders/confirmation" });
  await outbox.enqueue({ ...mail, to: "Grace@Example.com", subject: "Reset", tag: "reset" });
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...{ message: { ...mail, subject: `Letter ${at}`, to: `p${at}@example.net` } },
    key: `letter/${at}`,
  }));
  await outbox.enqueueMany(many);
  await query("UPDATE {schema}.messages SET state = 'held', reason = 'why' WHERE key = 'letter/7'");

  expect(await subjects(activity.search({ states: ["held"] }))).toEqual(["Letter 7"]);
  expect(
    await subjects(activity.search({ states: ["held", "bounced"], words: ["nowhere"] })),
  ).toEqual([]);
  expect(await subjects(activity.search({ to: ["grace@example.com"] }))).toEqual(["Reset"]);
  expect(await subjects(activity.search({ to: ["GRACE"] }))).toEqual(["Reset"]);
  expect(await subjects(activity.search({ words: ["ada@example.com"] }))).toEqual(["Order 10428"]);
  expect(await subjects(activity.search({ tag: ["res"] }))).toEqual(["Reset"]);
  expect(await subjects(activity.search({ email: ["orders/"] }))).toEqual(["Order 10428"]);
  expect(await subjects(activity.search({ words: ["order", "104"] }))).toEqual(["Order 10428"]);
  expect(await subjects(activity.search({ key: ["letter/11"], subject: ["letter 119"] }))).toEqual([
    "Letter 119",
  ]);
  expect(await subjects(activity.search({ until: new Date(0) }))).toEqual([]);
  const [first] = (await activity.search({ words: ["Letter 3"], limit: 1 })).messages;
  expect(await subjects(activity.search({ words: [first?.id ?? ""] }))).toEqual([first?.subject]);

  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await activity.search({ words: ["letter"], limit: 50, after });
    seen.push(...page.messages.map(({ subject }) => subject));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  await expect(activity.search({ after: "1; DROP TABLE" })).rejects.toThrow(RangeError);
  await expect(activity.search({ states: ["'; --" as never] })).rejects.toThrow(RangeError);
  expect(await activity.count()).toEqual({ amount: 122, isEstimate: false });
});

test("a message that was sent is sent again as one of its own", async () => {
  const opened = await openTestOutbox();
  const { outbox, inbox, startWork } = opened;
  const activity = look(opened);
  const attachments = [{ filename: "bill.txt", content: Buffer.from("1 EUR") }];
  const { id } = await outbox.enqueue({ ...mail, attachments });
  await expect(activity.act(id, "send again")).rejects.toMatchObject({ kind: "state" });
  startWork();
  await expect.poll(async () => (await activity.get(id))?.state).toBe("accepted");
  const copyId = await activity.act(id, "send again");
  await expect.poll(async () => (await activity.get(copyId))?.state).toBe("accepted");
  expect(inbox.list()).toHaveLength(2);
  const [copy, first] = inbox.list();
  expect(copy?.messageId).toBe(`<${copyId}@shop.example>`);
  expect(copy?.metadata["letterpress-id"] ?? Object.values(copy?.metadata ?? {})).toContain(copyId);
  expect(copy?.text).toBe(first?.text);
  expect(copy?.attachments[0]?.content).toEqual(first?.attachments[0]?.content);
  const timeline = async (of: string) => (await activity.get(of))?.timeline;
  expect(await timeline(id)).toMatchObject([{ type: "sent-again", detail: { as: copyId } }]);
  expect(await timeline(copyId)).toMatchObject([{ type: "queued", detail: { "copy of": id } }]);
  const event = { ...delivered, correlationId: copyId };
  expect(await outbox.record(event as never)).toBe(true);
  expect([(await activity.get(id))?.state, (await activity.get(copyId))?.state]).toEqual([
    ...["accepted", "delivered"],
  ]);
});

const delivered = {
  ...{ type: "delivered", test: false, messageId: "postmark-1", recipient: "ada@example.com" },
  ...{ at: new Date(), details: undefined, bounce: undefined, link: undefined },
};

test("what was sent is plotted by step, and split by tag", async () => {
  const opened = await openTestOutbox();
  const { outbox, query } = opened;
  const activity = look(opened);
  await outbox.enqueueMany(
    Array.from({ length: 10 }, (_, at) => ({ message: { ...mail, tag: at < 7 ? "a" : "b" } })),
  );
  await query(`UPDATE {schema}.messages SET state = 'opened', attempts = 1,
    created_at = '2026-01-01T10:00:00Z', due_at = '2026-01-01T10:00:00Z',
    claimed_at = '2026-01-01T10:00:30Z', settled_at = '2026-01-01T10:01:00Z' WHERE tag = 'a'`);
  await query(`UPDATE {schema}.messages SET state = 'bounced',
    settled_at = '2026-01-01T11:30:00Z' WHERE tag = 'b'`);
  const range = { from: new Date("2026-01-01"), to: new Date("2026-01-02"), stepSeconds: 3_600 };
  const { steps, splits } = await activity.plots({ ...range, by: "tag" });
  const at = Date.parse("2026-01-01T10:00Z") / 1_000;
  expect(steps).toMatchObject([
    {
      at,
      sent: 7,
      delivered: 7,
      opened: 7,
      clicked: 0,

      queueMs: 30_000,
    },
    { at: at + 3_600, sent: 3, delivered: 0, bounced: 3 },
  ]);
  // Durations are told to a twentieth.
  for (const ms of steps[0]?.acceptMs ?? [0]) expect(Math.abs(ms / 60_000 - 1)).toBeLessThan(0.06);
  expect(splits.map(({ name, steps: own }) => [name, own.map(({ sent }) => sent)])).toEqual([
    ["a", [7]],
    ["b", [3]],
  ]);
});

test("suppressions are listed with their reason, and a change of anything changes the mark", async () => {
  const opened = await openTestOutbox();
  const { outbox } = opened;
  const activity = look(opened);
  await outbox.ready();
  const before = await activity.mark();
  expect(await activity.mark()).toBe(before);
  const { id } = await outbox.enqueue(mail);
  const queued = await activity.mark();
  expect(queued).not.toBe(before);
  await activity.act(id, "cancel");
  expect(await activity.mark()).not.toBe(queued);
  await outbox.suppressionStore.apply({
    ...{ address: "ada@example.com", stream: "outbound", reason: "hard-bounce", at: new Date() },
    ...{ origin: { type: "HardBounce", details: "no such user" }, atPostmark: true },
  });
  expect(await activity.suppressions("ADA")).toMatchObject({
    ...{
      amount: 1,
      suppressions: [{ reason: "hard-bounce", origin: { details: "no such user" } }],
    },
  });
  expect(await activity.suppressions("bob")).toEqual({ amount: 0, suppressions: [] });
});

test("looking makes no tables, and says what is missing", async () => {
  const opened = await openTestOutbox();
  const activity = look(opened);
  await expect(activity.search()).rejects.toMatchObject({
    ...{ kind: "schema", message: expect.stringContaining("there are no tables of an outbox") },
  });
  expect(await opened.query("SELECT 1 FROM pg_namespace WHERE nspname = '{schema}'")).toEqual([]);
  await opened.outbox.ready();
  expect((await activity.search()).messages).toEqual([]);
  const away = openActivity({ url: "postgres://127.0.0.1:1/none" });
  onTestFinished(() => away.close());
  await expect(away.status()).rejects.toThrow(/does not answer/);
});
