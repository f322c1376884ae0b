import {
  createPostmarkTransport,
  createSender,
  isDeliveryError,
  type TransportEvent,
} from "letterpress";
import type { FaultAction } from "letterpress/inbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { inVirtualTime } from "../transport/virtual-time.ts";
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

  test("a lost answer leaves two ids to look the mail up by, both of which it carries", async () => {
    const { inbox, told } = await sendTo("dot-drop@fault.test");
    const [mail] = inbox.list();
    const { messageId, metadataId } = told ?? {};
    expect(mail?.messageId).toBe(messageId);
    expect(metadataId?.key).toBe("letterpress-id");
    expect(mail?.metadata).toEqual({ "letterpress-id": metadataId?.value });
    expect(messageId).toBe(`<${metadataId?.value}@example.com>`);
  });

  test("none: the mail arrives as Postmark takes it", async () => {
    const { inbox, told } = await sendTo("ada@example.com");
    expect(told).toBeUndefined();
    expect(inbox.list()[0]?.problems).toEqual([]);
  });
});

describe("before the first mail", () => {
  const serverToken = "8d0a2f6e-1b2c-4d3e-9f40-5a6b7c8d9e0f";

  /** Sends one mail, with a login, into an inbox where the first so many connections meet a fault. */
  async function meet(
    stage: "connect" | "tls" | "auth",
    action: FaultAction,
    options: object = {},
  ) {
    const { first, ...rest }: { first?: number } = options;
    const inbox = await openInbox({
      faults: [{ when: { stage, ...(first && { first }) }, do: action }],
    });
    const events: TransportEvent[] = [];
    const transport = createPostmarkTransport({
      ...{ serverToken, host: "127.0.0.1", port: inbox.port, random: () => 0 },
      onEvent: (event) => events.push(event),
      ...rest,
    });
    const sender = createSender({ transport, from: "shop@example.com" });
    onTestFinished(async () => void (await sender.close()));
    const mail = { to: "ada@example.com", subject: "x", text: "x" };
    const error: unknown = await sender.send(mail).catch((e) => e);
    return { inbox, events, error };
  }

  test.each([
    ["auth", { drop: true }, "connection", "auth"],
    ["tls", { drop: true }, "tls", "tls"],
    ["connect", { drop: true }, "connection", "greeting"],
    ["auth", { reply: 454 }, "credentials", "auth"],
  ] as const)("%s: %j is told, and passes once it is over", async (at, action, kind, stage) => {
    const always = await meet(at, action, { retries: 0 });
    const facts = { kind, stage, transient: true, outcome: "not-sent" };
    expect(always.error).toMatchObject(facts);
    expect(always.inbox.list()).toEqual([]);
    const twice = await meet(at, action, { first: 2 });
    expect(isDeliveryError(twice.error)).toBe(false);
    expect(twice.inbox.list()).toHaveLength(1);
    expect(twice.events.map(({ type }) => type)).toEqual([
      ...["connection-failed", "retry", "connection-failed", "retry"],
      ...["connection-opened", "attempt", "delivered"],
    ]);
  });

  test.each([
    ["connect", "greeting"],
    ["tls", "tls"],
    ["auth", "auth"],
  ] as const)("%s: a slow answer is waited for, one that never comes is not", async (at, stage) => {
    const options = { timeoutMs: 5_000 };
    const { result: slow } = await inVirtualTime(() => meet(at, { delayMs: 4_000 }, options));
    expect(isDeliveryError(slow.error)).toBe(false);
    expect(slow.inbox.list()).toHaveLength(1);
    const opened = slow.events.find(({ type }) => type === "connection-opened");
    expect(opened?.type === "connection-opened" && opened.timingsMs[stage]).toBe(4_000);
    const { result: never, elapsedMs } = await inVirtualTime(() =>
      meet(at, { delayMs: Number.POSITIVE_INFINITY }, options),
    );
    expect(elapsedMs).toBe(5_000);
    expect(never.error).toMatchObject({ kind: "timeout", stage, outcome: "not-sent" });
    expect(String(never.error)).toMatch(/did not answer .* within 5000 ms/);
    expect(never.inbox.list()).toEqual([]);
  });
});
