import type { Message } from "../../../src/message/message.ts";

const cell =
  "padding:12px 0;border-bottom:1px solid #e6e6e6;font:16px/24px Helvetica,Arial,sans-serif";
const row =
  `<tr><td align="left" valign="top" style="${cell};color:#1f2328">Blaue Kaffeetasse – groß</td>` +
  `<td align="right" valign="top" width="48" style="${cell};color:#59636e">2 ×</td>` +
  `<td align="right" valign="top" width="96" style="${cell};color:#1f2328">12,00 €</td></tr>\n`;
const table = `<table role="presentation" width="100%" cellpadding="0" border="0">\n${row.repeat(40)}</table>`;
const lines = "Blaue Kaffeetasse – groß  2 × 12,00 €\n".repeat(40);

/** An order confirmation with forty lines, as large as a rendered one: the n-th. */
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
    html: `<!DOCTYPE html><html><body><h1>Order ${n}</h1>${table}</body></html>`,
    text: `Order ${n}\n\n${lines}`,
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
