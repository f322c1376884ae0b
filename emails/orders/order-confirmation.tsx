import { defineEmail } from "letterpress";
import { z } from "zod";
import { arabicName, specialCharacters, veryLongName } from "../_samples/names.ts";
import {
  collectedOrder,
  longOrder,
  rightToLeftOrder,
  specialOrder,
  standardOrder,
  yenOrder,
} from "../_samples/order.ts";
import { Action } from "../components/action.tsx";
import { Address, AddressPair } from "../components/addresses.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDate, formatDay } from "../components/format/date.ts";
import { createMoneyFormat, type MoneyFormat } from "../components/format/money.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { LineItems } from "../components/line-items.tsx";
import { Totals } from "../components/totals.tsx";
import { Eyebrow, Note, Paragraph, Subheading, Title } from "../components/type.tsx";
import { type Order, orderSchema } from "./_order.ts";

export interface OrderConfirmationProps {
  readonly order: Order;
  /** Whom to thank. */
  readonly name?: string | undefined;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string | undefined;
}

const schema = z.strictObject({
  order: orderSchema,
  name: z.string().min(1).optional(),
  timeZone: z.string().optional(),
});

function OrderConfirmation({ order, name, timeZone }: OrderConfirmationProps) {
  const money = createMoneyFormat(order.currency);
  const count = order.lines.length;
  const items = count === 1 ? "1 item" : `${count} items`;
  return (
    <Layout
      title={`Order ${order.number}`}
      preheader={`${items}, ${money(order.total)} paid. Inside: what comes next, and when.`}
      reason="You get this because you ordered from Foolscap. Keep it: it is your record of the order."
    >
      <Eyebrow>
        Order <Isolated>{order.number}</Isolated>, {formatDate(order.placedAt, timeZone)}
      </Eyebrow>
      <Title>
        {name ? (
          <>
            Thank you, <Isolated>{name}</Isolated>
          </>
        ) : (
          "Thank you for your order"
        )}
      </Title>
      <Paragraph>
        We have it, and the press has been told.{" "}
        {order.shipsBy
          ? `It leaves the workshop by ${formatDay(order.shipsBy)}; we will write again when it does.`
          : "We will write again when it is ready to collect."}
      </Paragraph>
      <Action href={order.url}>View your order</Action>
      <Subheading>What you ordered</Subheading>
      <LineItems label="Items ordered" lines={order.lines} money={money} />
      <Totals label="Totals" {...sumsOf(order, money)} />
      <Addresses order={order} />
      <Facts
        label="Payment and delivery"
        facts={[
          { name: "Paid with", value: <Isolated>{order.payment}</Isolated> },
          { name: "Delivery", value: order.shipping && <Isolated>{order.shipping.name}</Isolated> },
        ]}
      />
      <Note>
        Something amiss? Until the proof is approved you can change or cancel on the order’s page.
      </Note>
    </Layout>
  );
}

function sumsOf(order: Order, money: MoneyFormat) {
  const { subtotal, discount, shipping, tax, total } = order;
  return {
    sums: [
      { name: "Subtotal", amount: money(subtotal) },
      ...(discount ? [{ name: discount.name, amount: money(-discount.amount) }] : []),
      ...(shipping
        ? [{ name: "Shipping", amount: shipping.amount === 0 ? "Free" : money(shipping.amount) }]
        : []),
      { name: tax.name, amount: money(tax.amount) },
    ],
    total: { name: "Total", amount: money(total) },
  };
}

function Addresses({ order }: { readonly order: Order }) {
  const billing = { heading: "Billed to", address: order.billingAddress };
  if (!order.shippingAddress) return <Address {...billing} />;
  return (
    <AddressPair
      first={{ heading: "Delivering to", address: order.shippingAddress }}
      second={billing}
    />
  );
}

export default defineEmail({
  id: "orders/order-confirmation",
  component: OrderConfirmation,
  subject: ({ order }) => `Order ${inPlainText(order.number)} confirmed`,
  schema,
  variants: {
    default: { order: standardOrder, name: "Ada" },
    "forty lines": { order: longOrder, name: "Ada" },
    "no shipping address": { order: collectedOrder, name: "Ada" },
    "no name": { order: standardOrder },
    "Japanese yen": { order: yenOrder, name: "Haruka", timeZone: "Asia/Tokyo" },
    "very long name": { order: standardOrder, name: veryLongName },
    "right-to-left name": { order: rightToLeftOrder, name: arabicName, timeZone: "Asia/Dubai" },
    "special characters": { order: specialOrder, name: specialCharacters },
  },
});
