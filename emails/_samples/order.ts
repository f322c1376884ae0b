import type { LineItem } from "../components/line-items.tsx";
import type { Order } from "../orders/_order.ts";
import { specialCharacters, specialLink } from "./names.ts";
import {
  accountsAddress,
  dubaiAddress,
  fortyLines,
  line,
  specialAddress,
  stationery,
  studioAddress,
  sumOf,
  tokyoAddress,
} from "./orders.ts";

const postage = { name: "Tracked, two working days", amount: 695 };

/** An order whose sums add up: 20 % tax on goods and postage. */
function orderOf(lines: readonly LineItem[], more: Partial<Order> = {}): Order {
  const subtotal = sumOf(lines);
  const shipping = "shipping" in more ? more.shipping : postage;
  const taxed = subtotal - (more.discount?.amount ?? 0) + (shipping?.amount ?? 0);
  const tax = more.tax ?? { name: "VAT (20%)", amount: Math.round(taxed * 0.2) };
  return {
    number: "FC-20418",
    placedAt: "2026-03-14T09:41:00Z",
    url: "https://foolscap.example/orders/FC-20418?from=email&step=placed",
    currency: "GBP",
    lines,
    subtotal,
    payment: "Visa ending 4242",
    shippingAddress: studioAddress,
    billingAddress: accountsAddress,
    shipsBy: "2026-03-19",
    ...more,
    shipping,
    tax,
    total: taxed + tax.amount,
  };
}

/** Three lines with pictures, a discount, two addresses. */
export const standardOrder = orderOf(stationery, {
  discount: { name: "Studio discount (10%)", amount: 2330 },
});

/** Forty lines without pictures. */
export const longOrder = orderOf(fortyLines, {
  number: "FC-20771",
  shipping: { name: "Pallet, three working days", amount: 0 },
});

/** Collected at the workshop: no postage, no shipping address. */
export const collectedOrder = orderOf([line("Cloth notebook", 1, 1450)], {
  number: "FC-20502",
  shipping: undefined,
  shippingAddress: undefined,
  shipsBy: undefined,
});

/** A currency without decimals. */
export const yenOrder = orderOf(
  [
    ...stationery.slice(1, 2).map((item) => ({ ...item, unitPrice: 2860, total: 17160 })),
    line("Letterpress cards, edge-painted", 400, 310, { options: ["Cotton 600 g", "Vermilion"] }),
  ],
  {
    number: "FC-20633",
    currency: "JPY",
    shipping: { name: "Air, five working days", amount: 2400 },
    tax: { name: "Consumption tax (10%)", amount: 14356 },
    payment: "JCB ending 0505",
    shippingAddress: tokyoAddress,
    billingAddress: tokyoAddress,
  },
);

/** Names and addresses that read right to left, in dirhams. */
export const rightToLeftOrder = orderOf(
  [line("دفتر قماشي", 2, 6900, { options: ["أزرق", "A5"] }), ...stationery.slice(0, 1)],
  {
    currency: "AED",
    shippingAddress: dubaiAddress,
    billingAddress: dubaiAddress,
    tax: { name: "VAT (5%)", amount: 1275 },
  },
);

/** What HTML must escape, in every string. */
export const specialOrder = orderOf(
  [
    line(specialCharacters, 1, 1450, {
      options: [specialCharacters],
      image: { src: "/static/notebook.png", alt: specialCharacters },
    }),
  ],
  {
    number: specialCharacters,
    url: specialLink,
    currency: "EUR",
    discount: { name: specialCharacters, amount: 100 },
    shipping: { name: specialCharacters, amount: 500 },
    tax: { name: specialCharacters, amount: 370 },
    payment: specialCharacters,
    shippingAddress: specialAddress,
    billingAddress: specialAddress,
  },
);
