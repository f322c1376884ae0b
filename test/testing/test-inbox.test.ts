import { createSender } from "letterpress";
import type { Inbox } from "letterpress/inbox";
import { createTestInbox, waitFor } from "letterpress/testing";
import { describe, expect, onTestFinished, test } from "vitest";

async function openSender() {
  const inbox = await createTestInbox({ onFinished: onTestFinished });
  const sender = createSender({ transport: inbox.transport(), from: "Shop <shop@example.com>" });
  onTestFinished(async () => void (await sender.close()));
  return { inbox, sender };
}

test("createTestInbox() takes a free port and ends with the test", async () => {
  let close: (() => Promise<void>) | undefined;
  const inbox = await createTestInbox({
    onFinished: (given) => {
      close = given;
    },
  });
  expect(inbox.port).toBeGreaterThan(1023);
  await close?.();
  await expect(inbox.transport().verify()).rejects.toThrow();
});

describe("waitFor()", () => {
  async function sendTwo(): Promise<Inbox> {
    const { inbox, sender } = await openSender();
    const common = { text: "Hello\nthere, Ada", metadata: { orderId: "7" } };
    await sender.send({ ...common, to: "bob@example.com", subject: "Other", tag: "other" });
    await sender.send({
      ...common,
      to: "Ada <ada@example.com>",
      bcc: "audit@example.com",
      subject: "Order 7 confirmed",
      tag: "orders/confirmation",
      stream: "receipts",
    });
    return inbox;
  }

  test.each([
    { to: "ADA@example.com" },
    { to: /^ada@/ },
    { to: "audit@example.com" },
    { subject: "Order 7 confirmed" },
    { subject: /order \d/i },
    { tag: "orders/confirmation" },
    { stream: "receipts" },
    { to: /ada/, from: "shop@example.com", text: "Hello there", metadata: { orderid: "7" } },
  ])("finds the mail with %j", async (match) => {
    const inbox = await sendTwo();
    expect((await waitFor(inbox, match)).subject).toBe("Order 7 confirmed");
  });

  test.each([
    [{ subject: "Order 7" }, 'subject "Order 7"'],
    [{ to: "a@example.com", subject: /x/ }, 'to "a@example.com", subject /x/'],
    [{ metadata: { orderId: "8" } }, 'metadata {"orderId":"8"}'],
  ])("says what it looked for when nothing is like %j", async (match, words) => {
    const inbox = await sendTwo();
    const waiting = waitFor(inbox, match, { timeoutMs: 1 });
    await expect(waiting).rejects.toThrow(
      `Cannot find the message: looked at 2 within 1 ms and none matched, subjects were "Other", "Order 7 confirmed"; check the predicate, or raise timeoutMs (looking for ${words})`,
    );
  });

  test("passes the signal's reason on", async () => {
    const inbox = await sendTwo();
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(waitFor(inbox, {}, { signal })).rejects.toBe(reason);
  });
});
