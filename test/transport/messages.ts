import type { Message } from "../../src/message/message.ts";

/** A message that says little; `changes` say what matters in a test. */
export function makeMessage(changes: Partial<Message> = {}): Message {
  return {
    messageId: "<one@shop.example>",
    date: new Date("2026-03-01T10:00:00Z"),
    from: { name: "Shop", address: "orders@shop.example" },
    to: [{ address: "ada@example.com" }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Order 7 confirmed",
    html: "<p>Thank you</p>",
    text: "Thank you",
    attachments: [],
    headers: [],
    stream: undefined,
    tag: undefined,
    metadata: {},
    tracking: {},
    keepMessageId: true,
    priority: undefined,
    unsubscribe: undefined,
    calendar: undefined,
    ...changes,
  };
}
