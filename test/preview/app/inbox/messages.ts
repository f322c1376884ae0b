import type { InboxMessage, InboxSummary } from "../../../../preview/protocol/index.ts";

/** A row of the inbox of which a test says only what it is about. */
export function summary(id: string, parts: Partial<InboxSummary> = {}): InboxSummary {
  return {
    id,
    mailbox: "outbound",
    from: { name: "Shop", address: "orders@shop.example" },
    to: [{ name: "Ada", address: "ada@example.com" }],
    cc: [],
    bcc: [],
    subject: "Order confirmed",
    tag: null,
    snippet: "Thank you",
    receivedAt: 0,
    sizeBytes: 1,
    attachmentCount: 0,
    hasCalendar: false,
    threadIds: [`<${id}@shop.example>`],
    origin: null,
    isRead: false,
    problem: null,
    ...parts,
  };
}

/** A whole message of which a test says only what it is about. */
export function message(parts: Partial<InboxMessage> = {}): InboxMessage {
  return {
    ...summary("1"),
    replyTo: [],
    envelope: { from: "orders@shop.example", to: ["ada@example.com"] },
    stream: "outbound",
    metadata: {},
    tracking: { opens: null, links: null },
    hasHtml: false,
    htmlBytes: 0,
    text: "Thank you",
    headers: [],
    deliveredHeaders: [],
    problems: [],
    recipients: [],
    attachments: [],
    links: [],
    linkCount: 0,
    isComplete: true,
    codes: [],
    conversation: [],
    ...parts,
  };
}
