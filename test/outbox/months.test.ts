import { parseWebhook } from "letterpress/webhook";
import { expect, test } from "vitest";
import { openTestOutbox } from "./open-outbox.ts";

const mail = { to: "ada@example.com", subject: "Hi", text: "Hello" };

test("an outbox for each month: both are worked on, a webhook finds its own, a month goes at once", async () => {
  const november = await openTestOutbox();
  const december = await openTestOutbox();
  const first = await november.outbox.enqueue(mail, { key: "order/1" });
  const second = await december.outbox.enqueue(mail, { key: "order/1" });
  for (const { startWork } of [november, december]) startWork();
  await expect.poll(async () => (await november.outbox.get(first.id))?.state).toBe("accepted");
  await expect.poll(async () => (await december.outbox.get(second.id))?.state).toBe("accepted");

  const body = JSON.stringify({
    ...{ RecordType: "Delivery", MessageID: "883953f4-6105-42a2-a16a-77a8eac79483" },
    ...{ Recipient: "ada@example.com", DeliveredAt: "2026-11-26T10:00:00Z", Details: "ok" },
    ...{ MessageStream: "outbound", Metadata: { "letterpress-id": first.id } },
  });
  for (const event of parseWebhook(body)) {
    expect(await december.outbox.record(event)).toBe(false);
    expect(await november.outbox.record(event)).toBe(true);
  }
  expect((await november.outbox.get(first.id))?.state).toBe("delivered");

  await december.query(`DROP SCHEMA ${november.schema} CASCADE`);
  const third = await december.outbox.enqueue(mail);
  await expect.poll(async () => (await december.outbox.get(third.id))?.state).toBe("accepted");
});
