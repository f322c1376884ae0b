import type { Message } from "../../../src/message/message.ts";

const cell =
  "padding:12px 0;border-bottom:1px solid #e6e6e6;font:16px/24px Helvetica,Arial,sans-serif";
const row =
  `<tr><td align="left" valign="top" style="${cell};color:#1f2328">Blaue Kaffeetasse – groß</td>` +
  `<td align="right" valign="top" width="48" style="${cell};color:#59636e">2 ×</td>` +
  `<td align="right" valign="top" width="96" style="${cell};color:#1f2328">12,00 €</td></tr>\n`;
const columns = 'role="presentation" width="100%" cellpadding="0" border="0"';
const textRow = "Blaue Kaffeetasse – groß  2 × 12,00 €\n";

/** Sizes of an order confirmation: its lines. */
export type OrderSize = "two lines" | "forty lines";

const contents: Readonly<Record<OrderSize, { readonly table: string; readonly lines: string }>> = {
  "two lines": makeContent(2),
  "forty lines": makeContent(40),
};

function makeContent(count: number) {
  return {
    table: `<table ${columns}>\n${row.repeat(count)}</table>`,
    lines: textRow.repeat(count),
  };
}

/** The n-th order confirmation, as large as a rendered one of so many lines. */
export function makeOrder(n: number, size: OrderSize = "forty lines"): Message {
  const { table, lines } = contents[size];
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
