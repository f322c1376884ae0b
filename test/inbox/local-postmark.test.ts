import type { Inbox } from "letterpress/inbox";
import { describe, expect, test } from "vitest";
import { openInbox } from "./open-inbox.ts";
import { sendRaw } from "./send-raw.ts";

const hardBounce = "HardBounce@bounce-testing.postmarkapp.com";

async function outcomesOf(inbox: Inbox, to: readonly string[], headers: readonly string[] = []) {
  const { recipients } = await sendRaw(inbox, { to, headers });
  return recipients.map(({ outcome, bounceType }) => bounceType ?? outcome);
}

describe("what X-PM headers ask for", () => {
  test("stands on the message", async () => {
    const message = await sendRaw(await openInbox(), {
      headers: [
        "x-pm-message-stream: receipts",
        "X-PM-Tag: welcome",
        "X-PM-Metadata-orderId: 7",
        "X-PM-Metadata-Client-ID: c",
        "X-PM-Metadata-orderId: 8",
        "X-PM-TrackOpens: FALSE",
        "X-PM-TrackLinks: htmlonly",
      ],
    });
    expect(message).toMatchObject({
      stream: "receipts",
      mailbox: "receipts",
      tag: "welcome",
      metadata: { orderId: "7", "Client-ID": "c", orderId_1: "8" },
      tracking: { opens: false, links: "HtmlOnly" },
    });
  });

  test("is nothing where there are none", async () => {
    expect(await sendRaw(await openInbox())).toMatchObject({
      stream: "outbound",
      mailbox: "outbound",
      tag: undefined,
      metadata: {},
      tracking: { opens: undefined, links: undefined },
    });
  });
});

describe("a message as its recipient gets it", () => {
  const headers = [
    "Message-ID: <ours@example.com>",
    "X-PM-Metadata-order: 7",
    "\tfolded",
    "X-PM-Tag: welcome",
  ];

  test("has no metadata and a Message-ID of Postmark's", async () => {
    const message = await sendRaw(await openInbox(), { headers, body: "X-PM-Metadata-a: b" });
    const messageId = `<${message.id}@mtasv.net>`;
    expect(message.delivered.messageId).toBe(messageId);
    expect(message.delivered.headers.map(({ name }) => name)).toEqual([
      "Message-ID",
      "From",
      "To",
      "Subject",
      "X-PM-Tag",
    ]);
    expect(Buffer.from(message.delivered.raw).toString()).toBe(
      [
        `Message-ID: ${messageId}`,
        "From: shop@example.com",
        "To: ada@example.com",
        "Subject: Hello",
        "X-PM-Tag: welcome",
        "",
        "X-PM-Metadata-a: b",
        "",
      ].join("\r\n"),
    );
  });

  test("keeps its own Message-ID when X-PM-KeepID asks for it", async () => {
    const message = await sendRaw(await openInbox(), {
      headers: [...headers, "X-PM-KeepID: true"],
    });
    expect(message.delivered.messageId).toBe("<ours@example.com>");
    expect(Buffer.from(message.delivered.raw).toString()).toContain("Message-ID: <ours@");
  });

  test("gets a Message-ID when it has none to keep", async () => {
    const message = await sendRaw(await openInbox(), { headers: ["X-PM-KeepID: true"] });
    expect(message.delivered.messageId).toBe(`<${message.id}@mtasv.net>`);
  });

  test("is kept beside the message as it was sent", async () => {
    const message = await sendRaw(await openInbox(), { headers });
    expect(message.messageId).toBe("<ours@example.com>");
    expect(Buffer.from(message.raw).toString()).toContain("X-PM-Metadata-order: 7");
  });
});

describe("recipients", () => {
  test("of the bounce domain bounce as the header, the local part, or hard", async () => {
    const inbox = await openInbox();
    const at = (local: string) => `${local}@bounce-testing.postmarkapp.com`;
    expect(await outcomesOf(inbox, [at("a")], ["X-PM-Bounce-Type: softbounce"])).toEqual([
      "SoftBounce",
    ]);
    expect(await outcomesOf(inbox, [at("Blocked"), at("any"), "ada@example.com"])).toEqual([
      "Blocked",
      "HardBounce",
      "delivered",
    ]);
  });

  test("of the black hole vanish", async () => {
    expect(await outcomesOf(await openInbox(), ["test@blackhole.postmarkapp.com"])).toEqual([
      "discarded",
    ]);
  });

  test("that bounced hard are inactive in that stream, until they are reactivated", async () => {
    const inbox = await openInbox();
    expect(await outcomesOf(inbox, [hardBounce])).toEqual(["HardBounce"]);
    const again = await sendRaw(inbox, { to: [hardBounce.toLowerCase(), "ada@example.com"] });
    expect(again.recipients.map(({ outcome }) => outcome)).toEqual(["suppressed", "delivered"]);
    expect(again.problems).toMatchObject([{ code: "recipient-suppressed", effect: "refused" }]);
    expect(inbox.suppressions.list()).toMatchObject([
      { stream: "outbound", address: hardBounce.toLowerCase(), reason: "HardBounce" },
    ]);
    const elsewhere = ["X-PM-Message-Stream: receipts"];
    expect(await outcomesOf(inbox, [hardBounce], elsewhere)).toEqual(["HardBounce"]);
    expect(inbox.suppressions.delete(hardBounce)).toBe(true);
    expect(inbox.suppressions.delete(hardBounce)).toBe(false);
    expect(await outcomesOf(inbox, [hardBounce])).toEqual(["HardBounce"]);
  });

  test("can be made inactive by hand, per stream", async () => {
    const inbox = await openInbox();
    inbox.suppressions.add("Ada@example.com", { stream: "news", reason: "SpamComplaint" });
    expect(await outcomesOf(inbox, ["ada@example.com"])).toEqual(["delivered"]);
    expect(await outcomesOf(inbox, ["ada@example.com"], ["X-PM-Message-Stream: news"])).toEqual([
      "suppressed",
    ]);
    expect(inbox.suppressions.list("news")).toHaveLength(1);
    expect(inbox.suppressions.list("outbound")).toEqual([]);
  });
});
