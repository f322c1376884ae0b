import {
  createPostmarkTransport,
  createSender,
  isDeliveryError,
  type SenderEvent,
} from "letterpress";
import { createInbox } from "letterpress/inbox";
import { createMemorySuppressionStore, type SuppressionReason } from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";
import { createRecordingTransport } from "./recording-transport.ts";

const from = "Shop <orders@shop.example>";
const message = { subject: "Hi", text: "Hi" };

async function suppress(
  addresses: readonly string[],
  given: { reason?: SuppressionReason; stream?: string } = {},
) {
  const suppressions = createMemorySuppressionStore();
  for (const address of addresses) {
    await suppressions.apply({
      ...{ address, stream: "outbound", reason: "hard-bounce", origin: {}, atPostmark: true },
      ...{ at: new Date("2026-11-05T16:33:54Z"), ...given },
    });
  }
  return suppressions;
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isDeliveryError(error)) throw new Error(`no DeliveryError: ${String(error)}`);
  return error;
}

describe("a sender with suppressions", () => {
  test("sends nothing to an address that is suppressed, in any case, and says why", async () => {
    const transport = createRecordingTransport();
    const events: SenderEvent[] = [];
    const suppressions = await suppress(["ada@example.com"]);
    const sender = createSender({ transport, from, suppressions, onEvent: (e) => events.push(e) });
    const error = await failureOf(sender.send({ ...message, to: "Ada <ADA@example.com>" }));
    expect(error).toMatchObject({
      ...{ kind: "suppressed", outcome: "not-sent", transient: false, stage: "compose" },
      rejected: [{ address: "ADA@example.com", suppression: "hard-bounce", transient: false }],
    });
    expect(error.message).toContain(
      "suppressed in the stream 'outbound' (hard-bounce of 2026-11-05)",
    );
    expect(error.message).not.toContain("ADA@");
    expect(transport.messages).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(["validated", "send-failed"]);
  });

  test("sends to the others, and names the one that was left out", async () => {
    const transport = createRecordingTransport();
    const suppressions = await suppress(["bob@example.com", "audit@example.com"]);
    const sender = createSender({ transport, from, suppressions });
    const to = ["ada@example.com", "bob@example.com"];
    const delivery = await sender.send({ ...message, to, bcc: "audit@example.com" });
    expect(delivery.rejected.map(({ address }) => address)).toEqual([
      ...["bob@example.com", "audit@example.com"],
    ]);
    const [sent] = transport.messages;
    expect(sent?.to).toEqual([{ address: "ada@example.com" }]);
    expect(sent?.bcc).toEqual([]);
  });

  test("sends nothing when nobody is left in 'to', whoever is in 'cc'", async () => {
    const transport = createRecordingTransport();
    const sender = createSender({
      transport,
      from,
      suppressions: await suppress(["ada@example.com"]),
    });
    const send = sender.send({ ...message, to: "ada@example.com", cc: "bob@example.com" });
    expect((await failureOf(send)).kind).toBe("suppressed");
    expect(transport.messages).toEqual([]);
  });

  test("asks for the stream that the message goes by", async () => {
    const transport = createRecordingTransport();
    const suppressions = await suppress(["ada@example.com"], { stream: "broadcast" });
    const sender = createSender({ transport, from, suppressions });
    await sender.send({ ...message, to: "ada@example.com" });
    const send = sender.send({ ...message, to: "ada@example.com", stream: "broadcast" });
    expect((await failureOf(send)).kind).toBe("suppressed");
    expect(transport.messages).toHaveLength(1);
  });

  test("sends nothing, for now, when they cannot be asked", async () => {
    const transport = createRecordingTransport();
    const cause = new Error("no database");
    const find = () => Promise.reject(cause);
    const sender = createSender({ transport, from, suppressions: { find } });
    const error = await failureOf(sender.send({ ...message, to: "ada@example.com" }));
    expect(error).toMatchObject({ transient: true, outcome: "not-sent", cause });
  });

  test("leaves out the suppressed of a message that goes over SMTP", async () => {
    const inbox = await createInbox({ port: 0 });
    onTestFinished(() => inbox.close());
    const transport = createPostmarkTransport({ url: inbox.smtpUrl });
    const suppressions = await suppress(["bob@example.com"]);
    const sender = createSender({ transport, from, suppressions });
    onTestFinished(() => sender.close());
    await sender.send({ ...message, to: ["ada@example.com", "bob@example.com"] });
    const mail = await inbox.waitFor(() => true);
    expect(mail.recipients.map(({ address }) => address)).toEqual(["ada@example.com"]);
  });

  test("is refused when they are no store", () => {
    const suppressions = {} as never;
    expect(() =>
      createSender({ transport: createRecordingTransport(), from, suppressions }),
    ).toThrow("suppressions");
  });
});
