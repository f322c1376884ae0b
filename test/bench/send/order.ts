import type { Message } from "../../../src/message/message.ts";

const row =
  '<tr><td style="padding:12px 0;border-bottom:1px solid #e6e6e6">Blaue Kaffeetasse – groß</td>' +
  '<td align="right" style="padding:12px 0">2 × 12,00 €</td></tr>\n';

/** An order confirmation of ordinary size, the n-th. */
export function makeOrder(n: number): Message {
  return {
    messageId: `<order-${n}@shop.example>`,
    date: new Date(1_772_000_000_000 + n),
    from: { name: "Shop", address: "orders@shop.example" },
    to: [{ name: "Zoë Ångström", address: `reader${n}@example.com` }],
    cc: [],
    bcc: [],
    replyTo: [{ address: "help@shop.example" }],
    subject: `Order ${n} confirmed – thank you`,
    html: `<!DOCTYPE html><html><body><h1>Thank you</h1><table width="100%">${row.repeat(40)}</table></body></html>`,
    text: `Thank you\n\n${"Blaue Kaffeetasse – groß   2 × 12,00 €\n".repeat(40)}`,
    attachments: [],
    headers: [],
    stream: "outbound",
    tag: "orders/order-confirmation",
    metadata: { orderId: String(n) },
    tracking: {},
    keepMessageId: true,
    priority: undefined,
    unsubscribe: undefined,
    calendar: undefined,
  };
}
