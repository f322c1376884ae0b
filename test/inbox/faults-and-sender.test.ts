import { createPostmarkTransport, createSender, isDeliveryError } from "letterpress";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "./open-inbox.ts";

/** Sends one mail over TLS with the real sender, which does not try again. */
async function sendTo(to: string) {
  const inbox = await openInbox();
  const transport = createPostmarkTransport({ url: inbox.smtpUrl, retries: 0 });
  const sender = createSender({ transport, from: "shop@example.com" });
  onTestFinished(async () => void (await sender.close()));
  const error: unknown = await sender.send({ to, subject: "x", text: "x" }).catch((e) => e);
  return { inbox, told: isDeliveryError(error) ? error : undefined };
}

describe("a fault that the real sender meets, over TLS", () => {
  test.each([
    ["rcpt-450@fault.test", { outcome: "not-sent", transient: true }, 0],
    ["rcpt-550@fault.test", { outcome: "not-sent", transient: false }, 0],
    ["rcpt-drop@fault.test", { outcome: "not-sent", kind: "connection" }, 0],
    ["data-451@fault.test", { outcome: "not-sent", smtpCode: 451 }, 0],
    ["dot-552@fault.test", { outcome: "not-sent", smtpCode: 552 }, 0],
    ["dot-drop@fault.test", { outcome: "unknown" }, 1],
    ["dot-lost@fault.test", { outcome: "unknown" }, 0],
  ])("%s", async (to, expected, stored) => {
    const { inbox, told } = await sendTo(to);
    expect(told).toMatchObject(expected);
    expect(inbox.list()).toHaveLength(stored);
    const said = inbox.sessions()[0]?.lines.map(({ text }) => text);
    expect(said).toContain("STARTTLS");
  });

  test("none: the mail arrives as Postmark takes it", async () => {
    const { inbox, told } = await sendTo("ada@example.com");
    expect(told).toBeUndefined();
    expect(inbox.list()[0]?.problems).toEqual([]);
  });
});
