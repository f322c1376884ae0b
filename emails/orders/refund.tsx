import { defineEmail } from "letterpress";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action } from "../components/action.tsx";
import { AmountTitle } from "../components/amount-title.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDate, formatDay } from "../components/format/date.ts";
import { createMoneyFormat } from "../components/format/money.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Totals } from "../components/totals.tsx";
import { Eyebrow, Note, Paragraph, Subheading } from "../components/type.tsx";

export interface RefundProps {
  readonly name?: string;
  readonly order: { readonly number: string; readonly url: string };
  /** ISO 4217. */
  readonly currency: string;
  /** What the refund is made of. Amounts are minor units of `currency`, as all here. */
  readonly parts: readonly { readonly name: string; readonly amount: number }[];
  readonly amount: number;
  /** What the order cost; shown when only a part of it comes back. */
  readonly orderTotal: number;
  /** Where the money goes: `Visa ending 4242`, `Foolscap credit`. */
  readonly method: string;
  /** ISO 8601 instant. */
  readonly refundedAt: string;
  /** Day by which it shows up, ISO 8601 date; left out when it is there at once. */
  readonly arrivesBy?: string;
  /** Why, in words the reader knows. */
  readonly reason?: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function Refund(props: RefundProps) {
  const { name, order, currency, parts, amount, method, refundedAt, arrivesBy, timeZone } = props;
  const money = createMoneyFormat(currency);
  const partial = amount < props.orderTotal;
  const arrival = arrivesBy ? `by ${formatDay(arrivesBy)}` : "at once";
  return (
    <Layout
      title={`Refund of ${money(amount)}`}
      preheader={`To ${inPlainText(method)}. It shows up ${arrival}.`}
      reason="You get this because we refunded an order of yours. Keep it with the order."
    >
      <Eyebrow>
        Order <Isolated>{order.number}</Isolated>, {formatDate(refundedAt, timeZone)}
      </Eyebrow>
      <AmountTitle amount={money(amount)}>
        Refunded to <Isolated>{method}</Isolated>
      </AmountTitle>
      <Paragraph>
        <Greeting name={name} />
        {arrivesBy
          ? `The money has left us. Banks take their time: it shows up on your statement ${arrival}.`
          : "The money is there already, and pays for your next order by itself."}
      </Paragraph>
      <Facts
        label="The refund"
        facts={[
          { name: "Amount", value: money(amount) },
          { name: "Goes to", value: <Isolated>{method}</Isolated> },
          { name: "Shows up", value: arrivesBy ? `By ${formatDay(arrivesBy)}` : "At once" },
          { name: "Because", value: props.reason && <Isolated>{props.reason}</Isolated> },
        ]}
      />
      <Subheading>What it is made of</Subheading>
      <Totals
        label="Parts of the refund"
        sums={parts.map((part) => ({ name: part.name, amount: money(part.amount) }))}
        total={{ name: "Refunded", amount: money(amount) }}
      />
      {partial && (
        <Paragraph>
          You paid {money(props.orderTotal)} for the order; the rest of it stands.
        </Paragraph>
      )}
      <Action href={order.url}>View your order</Action>
      {arrivesBy && (
        <Note>
          Not there by then? Your bank can trace it; write to us and we will send you the reference.
        </Note>
      )}
    </Layout>
  );
}

const standard: RefundProps = {
  name: "Ada",
  order: {
    number: "FC-20418",
    url: "https://foolscap.example/orders/FC-20418?show=refund&from=email",
  },
  currency: "GBP",
  parts: [
    { name: "Cloth notebook, 2 of 6", amount: 2900 },
    { name: "Studio discount (10%)", amount: -290 },
    { name: "VAT (20%)", amount: 522 },
  ],
  amount: 3132,
  orderTotal: 25998,
  method: "Visa ending 4242",
  refundedAt: "2026-03-27T14:05:00Z",
  arrivesBy: "2026-04-03",
  reason: "Two covers arrived scuffed",
};

export default defineEmail({
  id: "orders/refund",
  component: Refund,
  subject: ({ amount, currency, order }) =>
    `Refund of ${createMoneyFormat(currency)(amount)} for order ${inPlainText(order.number)}`,
  variants: {
    default: standard,
    "whole order, no reason": {
      ...standard,
      parts: [{ name: "Order FC-20418, all of it", amount: 25998 }],
      amount: 25998,
      reason: undefined,
    },
    "store credit": {
      ...standard,
      name: undefined,
      method: "Foolscap credit",
      arrivesBy: undefined,
    },
    "Japanese yen": {
      ...standard,
      name: "Haruka",
      currency: "JPY",
      parts: [{ name: "Letterpress cards, 100 of 400", amount: 31000 }],
      amount: 31000,
      orderTotal: 157916,
      method: "JCB ending 0505",
      timeZone: "Asia/Tokyo",
    },
    "very long name": { ...standard, name: veryLongName },
    "right-to-left name": {
      ...standard,
      name: hebrewName,
      currency: "ILS",
      reason: "שתי כריכות הגיעו שרוטות",
      timeZone: "Asia/Jerusalem",
    },
    "special characters": {
      ...standard,
      name: specialCharacters,
      order: { number: specialCharacters, url: specialLink },
      parts: [{ name: specialCharacters, amount: 3132 }],
      method: specialCharacters,
      reason: specialCharacters,
    },
  },
});
