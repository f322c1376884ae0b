import { z } from "zod";
import type { PostalAddress } from "../components/addresses.tsx";
import type { LineItem } from "../components/line-items.tsx";

/** An order as its confirmation shows it. Amounts are minor units of `currency`. */
export interface Order {
  /** `FC-20418`. */
  readonly number: string;
  /** ISO 8601 instant. */
  readonly placedAt: string;
  /** The order's page. */
  readonly url: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly lines: readonly LineItem[];
  readonly subtotal: number;
  /** What comes off, as a positive amount. */
  readonly discount?: { readonly name: string; readonly amount: number } | undefined;
  /** Left out when nothing is posted. */
  readonly shipping?: { readonly name: string; readonly amount: number } | undefined;
  /** `VAT (20%)`. */
  readonly tax: { readonly name: string; readonly amount: number };
  readonly total: number;
  /** How it was paid: `Visa ending 4242`. */
  readonly payment: string;
  /** Left out when the goods are collected. */
  readonly shippingAddress?: PostalAddress | undefined;
  readonly billingAddress: PostalAddress;
  /** Day by which it leaves the workshop, ISO 8601. */
  readonly shipsBy?: string | undefined;
}

const text = z.string().min(1);
const amount = z.int().nonnegative();
const named = z.strictObject({ name: text, amount });

const address = z.strictObject({
  name: text,
  lines: z.array(text).min(1),
  city: text,
  country: text,
});

const lineItem = z.strictObject({
  name: text,
  options: z.array(text).optional(),
  quantity: z.int().positive(),
  unitPrice: amount,
  total: amount,
  image: z.strictObject({ src: text, alt: z.string() }).optional(),
});

/** Checks an {@link Order} at run time; unknown fields are refused. */
export const orderSchema = z.strictObject({
  number: text,
  placedAt: z.iso.datetime({ offset: true }),
  url: z.url({ protocol: /^https$/ }),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code, such as GBP"),
  lines: z.array(lineItem).min(1),
  subtotal: amount,
  discount: named.optional(),
  shipping: named.optional(),
  tax: named,
  total: amount,
  payment: text,
  shippingAddress: address.optional(),
  billingAddress: address,
  shipsBy: z.iso.date().optional(),
});
