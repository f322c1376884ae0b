import type { InboxOptions, InboxWebhook } from "letterpress/inbox";
import { describe, expect, test, vi } from "vitest";
import { createFakeClock } from "../../transport/fake-clock.ts";
import { openInbox } from "../open-inbox.ts";
import { sendRaw } from "../send-raw.ts";
import { type AppAnswer, type GotWebhook, openApp } from "./open-app.ts";
import { until } from "./until.ts";

const trace = "x-pm-webhook-trace-id";

async function openBoth(
  options: InboxOptions = {},
  webhook: Partial<InboxWebhook> = {},
  answer?: (got: GotWebhook, count: number) => AppAnswer,
) {
  const app = await openApp(answer);
  const inbox = await openInbox({
    ...{ startTls: false, webhooks: [{ url: app.url, ...webhook }] },
    ...options,
  });
  const types = () => app.got.map(({ payload }) => payload.RecordType);
  const settled = (count: number) =>
    until(() => {
      const calls = inbox.postmark.webhooks.calls();
      expect(calls.filter(({ state }) => state !== "waiting" && state !== "sending")).toHaveLength(
        count,
      );
      return calls;
    });
  return { app, inbox, types, settled };
}

describe("webhooks of the inbox", () => {
  test("tell a delivery for each recipient, in Postmark's shape", async () => {
    const { app, inbox, settled } = await openBoth();
    const { id } = await sendRaw(inbox, {
      to: ["ada@example.com", "grace@example.com"],
      headers: ["X-PM-Tag: welcome", "X-PM-Metadata-Order: 42"],
    });
    await settled(2);
    expect(app.got.map(({ payload }) => payload.Recipient).sort()).toEqual([
      "ada@example.com",
      "grace@example.com",
    ]);
    expect(app.got[0]?.payload).toEqual({
      ...{ RecordType: "Delivery", MessageStream: "outbound", ServerID: 1, MessageID: id },
      ...{ Tag: "welcome", Metadata: { Order: "42" }, Details: expect.any(String) },
      Recipient: expect.any(String),
      DeliveredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z$/),
    });
    expect(app.got[0]?.headers).toMatchObject({
      ...{ "content-type": "application/json", "user-agent": "Postmark" },
      ...{ [trace]: expect.stringMatching(/^[\da-f-]{36}$/), "x-pm-retries-remaining": "9" },
    });
  });

  test("tell bounces and who is inactive, opens, clicks, complaints and unsubscribes", async () => {
    const { app, inbox, types, settled } = await openBoth();
    const { postmark } = inbox;
    await sendRaw(inbox, { to: ["HardBounce@bounce-testing.postmarkapp.com"] });
    await settled(2);
    expect(app.got.map(({ payload }) => payload)).toMatchObject([
      { RecordType: "Bounce", Type: "HardBounce", TypeCode: 1, Inactive: true, CanActivate: true },
      { RecordType: "SubscriptionChange", SuppressionReason: "HardBounce", SuppressSending: true },
    ]);
    const { id } = await sendRaw(inbox, { body: "See https://shop.example/a" });
    for (const act of [postmark.open, postmark.open, postmark.click, postmark.click]) act(id);
    postmark.complain(id);
    inbox.suppressions.delete("ada@example.com");
    postmark.unsubscribe(id);
    await settled(10);
    expect(types().slice(2).sort()).toEqual(
      [
        ...["Delivery", "Open", "Open", "Click", "SpamComplaint"],
        ...["SubscriptionChange", "SubscriptionChange", "SubscriptionChange"],
      ].sort(),
    );
    const of = (type: string) =>
      app.got.flatMap(({ payload }) => (payload.RecordType === type ? [payload] : []));
    expect(
      of("Open")
        .map(({ FirstOpen }) => FirstOpen)
        .sort(),
    ).toEqual([false, true]);
    expect(of("Click")[0]).toMatchObject({
      ...{ OriginalLink: "https://shop.example/a", ClickLocation: "Text", Platform: "Desktop" },
      Client: { Family: "Chrome", Company: "Google Inc." },
    });
    expect(of("SpamComplaint")[0]).toMatchObject({ TypeCode: 100001, CanActivate: false });
    expect(of("SubscriptionChange").slice(1)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ SuppressionReason: "SpamComplaint", Origin: "Recipient" }),
        expect.objectContaining({
          SuppressSending: false,
          MessageID: null,
          SuppressionReason: null,
        }),
        expect.objectContaining({ SuppressionReason: "ManualSuppression", MessageID: id }),
      ]),
    );
  });

  test("go with credentials of their own, for their stream and their triggers", async () => {
    const { app, inbox, settled } = await openBoth(
      {},
      {
        ...{ triggers: ["Delivery", "Bounce"], stream: "news", includeContent: true },
        ...{ auth: { username: "user", password: "pass:word" }, headers: { "X-Secret": "s" } },
      },
    );
    const { id } = await sendRaw(inbox, { headers: ["X-PM-Message-Stream: news"] });
    await sendRaw(inbox);
    inbox.postmark.open(id);
    inbox.postmark.bounce(id, { type: "SoftBounce" });
    await settled(2);
    expect(app.got.map(({ payload }) => payload)).toMatchObject([
      { RecordType: "Delivery" },
      { RecordType: "Bounce", Content: expect.stringContaining("Subject: Hello") },
    ]);
    expect(app.got[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from("user:pass:word").toString("base64")}`,
      "x-secret": "s",
    });
  });

  test("are tried again on Postmark's two rungs, with one trace id, until they are given up", async () => {
    const { clock, sleeps } = createFakeClock();
    const { app, inbox, settled } = await openBoth({ clock }, {}, () => 503);
    await sendRaw(inbox);
    const [call] = await settled(1);
    expect(sleeps.map((ms) => ms / 60_000)).toEqual([1, 5, 15, 1, 5, 10, 10, 10, 15]);
    expect(app.got.map(({ headers }) => headers["x-pm-retries-remaining"])).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(String),
    );
    expect(new Set(app.got.map(({ headers }) => headers[trace])).size).toBe(1);
    expect(call).toMatchObject({ state: "failed", dueAt: undefined });
    expect(call?.attempts).toHaveLength(10);
    expect(call?.attempts[0]).toMatchObject({ status: 503, body: "answer 1" });
  });

  test.each([
    [[500, 200], "delivered", 2],
    [[408, 429, 204], "delivered", 3],
    [[401], "lost", 1],
    [[422], "lost", 1],
    [[404], "lost", 1],
  ] as const)("answered %j are %s after %i tries", async (answers, state, tries) => {
    const { inbox, settled } = await openBoth(
      { webhookMinuteMs: 0 },
      {},
      (_, count) => answers[count - 1] ?? 200,
    );
    await sendRaw(inbox);
    const [call] = await settled(1);
    expect(call?.state).toBe(state);
    expect(call?.attempts.map(({ status }) => status)).toEqual(answers.slice(0, tries));
  });

  test("follow redirects, and take no secret to another host", async () => {
    const elsewhere = await openApp();
    const { app, inbox, settled } = await openBoth({}, { headers: { "X-Secret": "s" } }, (got) =>
      got.path === "/webhooks"
        ? { status: 307, location: "/there" }
        : { status: 301, location: elsewhere.url },
    );
    await sendRaw(inbox);
    expect((await settled(1))[0]?.state).toBe("delivered");
    expect(app.got.map(({ path }) => path)).toEqual(["/webhooks", "/there"]);
    expect(app.got[1]?.headers["x-secret"]).toBe("s");
    expect(elsewhere.got[0]?.payload.RecordType).toBe("Delivery");
    expect(elsewhere.got[0]?.headers["x-secret"]).toBeUndefined();
  });

  test("to nobody, or to an app that never answers, hold up nothing", async () => {
    const { inbox } = await openBoth({ webhookTimeoutMs: 50 }, {}, () => "never");
    const nobody = inbox.postmark.webhooks.add({ url: "http://127.0.0.1:1/" });
    await sendRaw(inbox);
    await until(() => {
      const calls = inbox.postmark.webhooks.calls();
      expect(calls.map(({ attempts }) => attempts.length)).toEqual([1, 1]);
      expect(calls.map(({ dueAt }) => dueAt)).toEqual([expect.any(Date), expect.any(Date)]);
      const errors = calls.map(({ webhookId, attempts }) => [webhookId, attempts[0]?.error]);
      expect(errors).toEqual([
        [nobody.id, "Nothing listens there (ECONNREFUSED)"],
        [1, "No answer within 50 ms"],
      ]);
    });
  });

  test("beyond what may wait are dropped, and a warning says so once", async () => {
    const { inbox } = await openBoth({}, { triggers: ["Open"] }, () => "never");
    const { id } = await sendRaw(inbox);
    const warned = vi.fn();
    process.on("warning", warned);
    for (let count = 0; count < 10_100; count += 1) inbox.postmark.open(id);
    const dropped = inbox.postmark.webhooks.calls().filter(({ state }) => state === "dropped");
    expect(dropped).toHaveLength(100);
    await until(() => expect(warned).toHaveBeenCalled());
    process.off("warning", warned);
    const codes = warned.mock.calls.map(([{ code }]) => code);
    expect(codes.filter((code) => code === "LETTERPRESS_WEBHOOKS_DROPPED")).toHaveLength(1);
  });

  test("are sent again by hand, anew or as a duplicate; and as the dashboard's test", async () => {
    const { app, inbox, settled } = await openBoth();
    const { webhooks } = inbox.postmark;
    const { id } = await sendRaw(inbox);
    await settled(1);
    const [first] = webhooks.calls(id);
    webhooks.resend(first?.id ?? 0);
    await settled(2);
    webhooks.resend(first?.id ?? 0, { isDuplicate: true });
    await settled(3);
    const [one, again, duplicate] = app.got.map(({ headers }) => headers[trace]);
    expect(again).not.toBe(one);
    expect(duplicate).toBe(one);
    expect(app.got[1]?.payload).toEqual(app.got[0]?.payload);
    expect(webhooks.payload(first?.id ?? 0)).toEqual(app.got[0]?.payload);
    webhooks.sendTest(1, "Bounce");
    await settled(4);
    expect(app.got[3]?.payload).toMatchObject({
      ...{ MessageID: "00000000-0000-0000-0000-000000000000", ID: 42, ServerID: 1234 },
      ...{ Tag: "Test", Email: "john@example.com" },
      Metadata: { example: expect.any(String), example_2: expect.any(String) },
    });
    expect(() => webhooks.resend(99)).toThrow(RangeError);
  });

  test("that cannot be are refused at once", async () => {
    for (const url of ["nowhere", "ftp://x.test/", ""]) {
      await expect(openInbox({ webhooks: [url] })).rejects.toThrow(TypeError);
    }
    const headers = { "X-A": "a\r\nb" };
    await expect(openInbox({ webhooks: [{ url: "http://x.test", headers }] })).rejects.toThrow(
      "'headers'",
    );
  });

  test("are not sent for the mail of a folder that is opened again", async () => {
    const { mkdtemp, rm } = await import("node:fs/promises");
    const folder = await mkdtemp("/tmp/letterpress-webhooks-");
    try {
      const { createInbox } = await import("letterpress/inbox");
      const before = await createInbox({ port: 0, folder });
      await sendRaw(before, { to: ["SoftBounce@bounce-testing.postmarkapp.com"] });
      await before.close();
      const app = await openApp();
      const after = await createInbox({ port: 0, folder, webhooks: [app.url] });
      const [message] = after.list();
      expect(after.postmark.events(message?.id ?? "")).toMatchObject([{ kind: "bounce" }]);
      expect(after.postmark.webhooks.calls()).toEqual([]);
      await after.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
