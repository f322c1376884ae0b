import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import {
  accountsAddress,
  dubaiAddress,
  line,
  specialAddress,
  tokyoAddress,
} from "../_samples/orders.ts";
import { Action } from "../components/action.tsx";
import { Address, type PostalAddress } from "../components/addresses.tsx";
import { AmountTitle } from "../components/amount-title.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDate } from "../components/format/date.ts";
import { createMoneyFormat } from "../components/format/money.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { type LineItem, LineItems } from "../components/line-items.tsx";
import { Totals } from "../components/totals.tsx";
import { Eyebrow, Note, Paragraph, Subheading } from "../components/type.tsx";

export interface ReceiptProps {
  /** `FS-2026-0311`. */
  readonly number: string;
  /** ISO 8601 instant. */
  readonly paidAt: string;
  /** What was paid for, from and to (both inclusive), ISO 8601 dates. */
  readonly period: { readonly from: string; readonly to: string };
  /** ISO 4217. */
  readonly currency: string;
  /** Amounts are minor units of `currency`, as all here. */
  readonly lines: readonly LineItem[];
  readonly subtotal: number;
  /** `VAT (20%)`; left out when none is due. */
  readonly tax?: { readonly name: string; readonly amount: number };
  /** Why no tax is due, in the words the tax office wants. */
  readonly taxNote?: string;
  readonly total: number;
  /** `Visa ending 4242`. */
  readonly payment: string;
  readonly billTo: PostalAddress;
  /** The payer's own tax number. */
  readonly taxNumber?: string;
  /** The receipt as a PDF. */
  readonly pdfUrl: string;
  /** Day of the next payment, ISO 8601 date; left out when the plan ends. */
  readonly nextPaymentOn?: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function Receipt(props: ReceiptProps) {
  const { number, paidAt, period, lines, subtotal, tax, total, timeZone } = props;
  const money = createMoneyFormat(props.currency);
  const paidOn = formatDate(paidAt, timeZone);
  return (
    <Layout
      title={`Receipt ${number}`}
      preheader={`${money(total)} with ${inPlainText(props.payment)}. Nothing is left to pay.`}
      reason="You get this because you look after payments for a Foolscap studio."
    >
      <Eyebrow>
        Receipt <Isolated>{number}</Isolated>
      </Eyebrow>
      <AmountTitle amount={money(total)}>Paid on {paidOn}</AmountTitle>
      <Paragraph>
        Thank you. {props.nextPaymentOn ? "The next payment is due" : "This was the last payment"}
        {props.nextPaymentOn && ` on ${formatDate(props.nextPaymentOn)}`}.
      </Paragraph>
      <Action href={props.pdfUrl}>Download the receipt (PDF)</Action>
      <Subheading>What you paid for</Subheading>
      <LineItems label="Items paid for" lines={lines} money={money} />
      <Totals
        label="Totals"
        sums={[
          { name: "Subtotal", amount: money(subtotal) },
          ...(tax ? [{ name: tax.name, amount: money(tax.amount) }] : []),
        ]}
        total={{ name: "Paid", amount: money(total) }}
      />
      {props.taxNote && (
        <Note>
          <Isolated>{props.taxNote}</Isolated>
        </Note>
      )}
      <Facts
        label="The payment"
        facts={[
          { name: "Receipt", value: <Isolated>{number}</Isolated> },
          { name: "Paid on", value: paidOn },
          { name: "Paid with", value: <Isolated>{props.payment}</Isolated> },
          { name: "Period", value: `${formatDate(period.from)} to ${formatDate(period.to)}` },
          {
            name: "Your tax number",
            value: props.taxNumber && <Isolated>{props.taxNumber}</Isolated>,
          },
        ]}
      />
      <Address heading="Billed to" address={props.billTo} />
    </Layout>
  );
}

const seats = line("Studio, Team plan", 6, 800, { options: ["Monthly, per person"] });

const standard: ReceiptProps = {
  number: "FS-2026-0311",
  paidAt: "2026-03-14T00:12:00Z",
  period: { from: "2026-03-14", to: "2026-04-13" },
  currency: "GBP",
  lines: [seats, line("Proof storage", 1, 450, { options: ["50 GB"] })],
  subtotal: 5250,
  tax: { name: "VAT (20%)", amount: 1050 },
  total: 6300,
  payment: "Visa ending 4242",
  billTo: accountsAddress,
  taxNumber: "GB 123 4567 89",
  pdfUrl: "https://foolscap.example/receipts/FS-2026-0311.pdf?key=pQ7r&inline=0",
  nextPaymentOn: "2026-04-14",
};

const people = Array.from({ length: 40 }, (_, index) =>
  line(`Studio for person ${index + 1}`, 1, 800 + index),
);
const peopleTotal = people.reduce((sum, { total }) => sum + total, 0);

export default defineEmail({
  id: "billing/receipt",
  component: Receipt,
  subject: ({ number, total, currency }) =>
    `Receipt ${inPlainText(number)} for ${createMoneyFormat(currency)(total)}`,
  variants: {
    default: standard,
    "no tax, last payment": {
      ...standard,
      currency: "EUR",
      tax: undefined,
      taxNote: "Reverse charge: VAT is to be accounted for by the recipient.",
      total: 5250,
      taxNumber: "DE 123456789",
      nextPaymentOn: undefined,
    },
    "forty lines": {
      ...standard,
      lines: people,
      subtotal: peopleTotal,
      tax: undefined,
      total: peopleTotal,
    },
    "Japanese yen": {
      ...standard,
      currency: "JPY",
      lines: [line("Studio, Team plan", 12, 1480)],
      subtotal: 17760,
      tax: { name: "Consumption tax (10%)", amount: 1776 },
      total: 19536,
      billTo: tokyoAddress,
      taxNumber: undefined,
      timeZone: "Asia/Tokyo",
    },
    "very long name": { ...standard, billTo: { ...accountsAddress, name: veryLongName } },
    "right-to-left name": { ...standard, billTo: { ...dubaiAddress, name: arabicName } },
    "special characters": {
      ...standard,
      number: specialCharacters,
      lines: [line(specialCharacters, 1, 5250, { options: [specialCharacters] })],
      tax: { name: specialCharacters, amount: 1050 },
      taxNote: specialCharacters,
      payment: specialCharacters,
      billTo: specialAddress,
      taxNumber: specialCharacters,
      pdfUrl: specialLink,
    },
  },
});
