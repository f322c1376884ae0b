import { expect, inject, test, vi } from "vitest";
import type {
  Activity,
  ActivityActionResult,
  ActivityList,
  ActivityMessage,
  ActivityPlots,
  ActivitySuppressions,
  SendResult,
} from "../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "../preview/server/open-preview.ts";
import { emailShowing } from "../preview/server/test-project.ts";
import { openTestOutbox } from "./open-outbox.ts";

const post = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json", "x-letterpress": "1" },
  body: JSON.stringify(body),
});

/** As long as it takes on a busy machine. */
const until = (holds: () => Promise<boolean>) =>
  vi.waitUntil(holds, { timeout: 60_000, interval: 50 });

const messages = async (preview: TestPreview, query = "") =>
  (await preview.json<ActivityList>(`/api/activity/messages?${query}`)).messages;

const message = (preview: TestPreview, id: string) =>
  preview.json<ActivityMessage>(`/api/activity/messages/${id}`);

test("an outbox is listed, read as it was sent, and looked after", async () => {
  const { outbox, schema, query, startWork, inbox } = await openTestOutbox();
  const url = inject("databaseUrl");
  const preview = await openPreview({}, { outbox: { url, schema }, atOnce: true });
  expect(await preview.json<Activity>("/api/activity")).toMatchObject({
    ...{ status: "away", problem: expect.stringContaining("no tables of an outbox") },
    isOwn: false,
  });
  const { id } = await outbox.enqueue(
    {
      ...{ to: ["ada@example.com"], subject: "Order 1", text: "Hello", tag: "order" },
      html: '<p>Hello</p><img src="cid:mark">',
      attachments: [
        { filename: "mark.png", content: Buffer.from("PNG"), contentId: "mark" },
        { filename: "bill.txt", content: Buffer.from("1 EUR") },
      ],
    },
    { key: "order/1", emailId: "orders/order" },
  );
  const activity = await preview.json<Activity>("/api/activity");
  expect(activity).toMatchObject({
    ...{ status: "ready", problem: null },
    overview: { amount: 1, open: { queued: 1 }, workers: [] },
  });
  expect(JSON.stringify(activity)).not.toContain(new URL(url).password || "no password");
  expect(await messages(preview)).toMatchObject([
    { id, state: "queued", to: ["ada@example.com"], emailId: "orders/order", tag: "order" },
  ]);
  expect(await messages(preview, "state=queued&to=ADA&word=order&email=orders/")).toHaveLength(1);
  expect(await messages(preview, "state=held")).toEqual([]);

  const read = await message(preview, id);
  expect(read).toMatchObject({
    ...{ key: "order/1", subject: "Order 1", actions: ["cancel"], isPurged: false },
    content: { hasHtml: true, attachments: [{ inline: true }, { filename: "bill.txt" }] },
  });
  const path = `/api/activity/messages/${id}`;
  const html = await (await preview.request(`${path}/html`)).text();
  expect(html).toContain(`src="${path}/pictures/0"`);
  expect(await (await preview.request(`${path}/source`)).text()).toContain("cid:mark");
  expect(await (await preview.request(`${path}/attachments/1`)).text()).toBe("1 EUR");
  expect(await (await preview.request(`${path}/raw`)).text()).toContain("Subject: Order 1");
  const eml = await preview.request(`${path}/message.eml`);
  expect(eml.headers.get("content-disposition")).toContain("Order 1.eml");

  const act = (action: string) =>
    preview.json<ActivityActionResult>(`${path}/actions`, post({ action }));
  expect(await act("explode")).toMatchObject({ error: expect.stringContaining("retry, cancel") });
  expect(await act("release")).toMatchObject({ error: expect.stringContaining("is queued") });
  expect(await act("cancel")).toEqual({ id });
  expect(await act("retry")).toEqual({ id });
  startWork();
  await until(async () => (await message(preview, id)).state === "accepted");
  const { id: copyId } = await act("send again");
  await until(async () => (await message(preview, copyId)).state === "accepted");
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["Order 1", "Order 1"]);

  const plots = await preview.json<ActivityPlots>("/api/activity/plots?range=hour&by=tag");
  expect(plots.counts.sent.reduce((sum, value) => sum + value)).toBe(2);
  expect(plots.splits).toMatchObject([{ name: "order" }]);
  expect((await preview.request("/api/activity/plots?range=century")).status).toBe(400);
  expect((await preview.request("/api/activity/messages?state=no")).status).toBe(400);
  expect((await preview.request("/api/activity/messages?next=no")).status).toBe(400);
  expect((await preview.request("/api/activity/messages/none")).status).toBe(404);

  await query("UPDATE {schema}.messages SET bytes = NULL, headers = 'Subject: Order 1'");
  expect(await message(preview, id)).toMatchObject({
    ...{ isPurged: true, actions: [], subject: "Order 1" },
    content: { hasHtml: false, headers: [{ name: "Subject", value: "Order 1" }] },
  });
  expect((await preview.request(`${path}/raw`)).status).toBe(404);
});

test("a page that is open is told of each change", async () => {
  const { outbox, schema } = await openTestOutbox();
  await outbox.ready();
  const url = inject("databaseUrl");
  const preview = await openPreview({}, { outbox: { url, schema }, atOnce: true });
  const events = await preview.events();
  await preview.json<Activity>("/api/activity");
  await events.next("activity");
  await until(async () => {
    await outbox.enqueue({ to: "ada@example.com", subject: "Hi", text: "Hello" });
    return events.seen.filter(({ type }) => type === "activity").length > 1;
  });
});

test("what Send sends goes through the preview's own outbox, and its webhooks come back", async () => {
  const preview = await openPreview(
    { "emails/a.tsx": emailShowing("A") },
    { outbox: { url: "embedded" }, atOnce: true },
  );
  const send = (to: string) =>
    preview.json<SendResult>("/api/send", post({ emailId: "a", variant: "default", to: [to] }));
  const state = async () => (await messages(preview))[0]?.state;
  // The first one waits for the database only so long.
  await until(async () => {
    const { status } = await preview.json<Activity>("/api/activity");
    return status === "ready";
  });
  const sent = await send("ada@example.com");
  expect(sent).toMatchObject({ status: "sent", inboxId: expect.any(String) });
  await until(async () => (await state()) === "delivered");
  const inboxId = sent.status === "sent" ? sent.inboxId : "";
  const event = (action: string) =>
    preview.json(`/api/inbox/${inboxId}/events`, post({ action, recipient: "ada@example.com" }));
  await event("open");
  await until(async () => (await state()) === "opened");
  await event("bounce");
  await until(async () => (await state()) === "bounced");
  const [row] = await messages(preview);
  expect(row).toMatchObject({ emailId: "a", to: ["ada@example.com"] });
  const { events } = await message(preview, row?.id ?? "");
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["delivered", "opened", "bounced"]),
  );
  const { suppressions } = await preview.json<ActivitySuppressions>("/api/activity/suppressions");
  expect(suppressions).toMatchObject([{ address: "ada@example.com", messageId: row?.id }]);
  const refused = await send("ada@example.com");
  expect(refused).toMatchObject({ status: "failed", message: expect.stringMatching(/suppressed/) });
});

test("without an outbox, or with one that does not answer, the page is told what to do", async () => {
  const none = await openPreview({}, { outbox: false, atOnce: true });
  expect(await none.json<Activity>("/api/activity")).toMatchObject({ status: "none" });
  expect(await none.json("/api/activity/messages")).toMatchObject({
    error: expect.stringContaining("--outbox"),
  });
  const url = "postgres://ada:secret@127.0.0.1:1/shop";
  const away = await openPreview({}, { outbox: { url }, atOnce: true });
  const told = await away.json<Activity>("/api/activity");
  expect(told).toMatchObject({ status: "away", place: "shop on 127.0.0.1" });
  expect(told.problem).toContain("does not answer");
  expect(JSON.stringify(told)).not.toContain("secret");
  expect((await away.request("/api/activity/messages")).status).toBe(503);
  const inConfig = await openPreview(
    { "letterpress.config.ts": `export default { outbox: { url: "${url}" } };` },
    { atOnce: true },
  );
  expect(await inConfig.json<Activity>("/api/activity")).toMatchObject({
    place: "shop on 127.0.0.1",
  });
  await expect(openPreview({}, { outbox: { url: "mysql://x" }, atOnce: true })).rejects.toThrow(
    /'outbox.url' must be postgres/,
  );
});
