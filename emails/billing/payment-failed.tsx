import { defineEmail } from "letterpress";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action } from "../components/action.tsx";
import { Callout } from "../components/callout.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDate, formatDateTime, formatDay } from "../components/format/date.ts";
import { createMoneyFormat } from "../components/format/money.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Note, Paragraph, Title } from "../components/type.tsx";

export interface PaymentFailedProps {
  readonly name?: string;
  /** What was to be paid for: `Studio, Team plan`. */
  readonly plan: string;
  /** Minor units of `currency`. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** `Visa ending 4242`. */
  readonly method: string;
  /** What the bank said, in plain words. */
  readonly bankReason?: string;
  /** ISO 8601 instant. */
  readonly failedAt: string;
  /** Day of the next try, ISO 8601 date; left out after the last. */
  readonly retryOn?: string;
  /** Day from which on the studio is read-only, ISO 8601 date. */
  readonly pausesOn: string;
  readonly updateUrl: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function PaymentFailed(props: PaymentFailedProps) {
  const { name, plan, method, bankReason, retryOn, pausesOn, updateUrl } = props;
  const amount = createMoneyFormat(props.currency)(props.amount);
  const pause = formatDate(pausesOn);
  return (
    <Layout
      title="Your payment did not go through"
      preheader={
        retryOn
          ? `We try again on ${formatDay(retryOn)}. Nothing is switched off until ${pause}.`
          : `That was the last try. The studio becomes read-only on ${pause}.`
      }
      reason="You get this because you look after payments for a Foolscap studio."
    >
      <Title>Your payment of {amount} did not go through</Title>
      <Paragraph>
        <Greeting name={name} />
        We could not take the payment for <Isolated>{plan}</Isolated> from{" "}
        <Isolated>{method}</Isolated>. It happens: most often the card has expired or the bank wants
        a word first.
      </Paragraph>
      <Action href={updateUrl}>Update how you pay</Action>
      <Facts
        label="The payment"
        facts={[
          { name: "Amount", value: amount },
          { name: "For", value: <Isolated>{plan}</Isolated> },
          { name: "From", value: <Isolated>{method}</Isolated> },
          { name: "The bank said", value: bankReason && <Isolated>{bankReason}</Isolated> },
          { name: "Tried", value: formatDateTime(props.failedAt, props.timeZone) },
          { name: "Next try", value: retryOn ? formatDay(retryOn) : "None: this was the last" },
        ]}
      />
      <Callout tone={retryOn ? "notice" : "danger"} heading={`What happens on ${pause}`}>
        {retryOn ? "If no payment gets through by then, your" : "Your"} studio becomes read-only.
        Your files stay where they are, orders in print are finished, and paying opens it again.
      </Callout>
      <Note>Paid in the meantime? Then this has crossed your payment; there is nothing to do.</Note>
    </Layout>
  );
}

const standard: PaymentFailedProps = {
  name: "Ada",
  plan: "Studio, Team plan",
  amount: 6300,
  currency: "GBP",
  method: "Visa ending 4242",
  bankReason: "Card expired",
  failedAt: "2026-04-14T00:12:00Z",
  retryOn: "2026-04-17",
  pausesOn: "2026-04-28",
  updateUrl: "https://foolscap.example/billing/update?invoice=FS-2026-0412&from=email",
};

export default defineEmail({
  id: "billing/payment-failed",
  component: PaymentFailed,
  subject: ({ amount, currency }) =>
    `Your payment of ${createMoneyFormat(currency)(amount)} did not go through`,
  variants: {
    default: standard,
    "last try": { ...standard, retryOn: undefined },
    "no name, no reason, yen": {
      ...standard,
      name: undefined,
      bankReason: undefined,
      amount: 19536,
      currency: "JPY",
      timeZone: "Asia/Tokyo",
    },
    "very long name and plan": {
      ...standard,
      name: veryLongName,
      plan: "Studio, Enterprise plan with archive, colour management and a press of your own, yearly",
      amount: 99999999,
      currency: "USD",
      bankReason:
        "The issuing bank declined the transaction and asked that the holder of the card get in touch with it before trying again",
    },
    "right-to-left name": { ...standard, name: hebrewName, timeZone: "Asia/Jerusalem" },
    "special characters": {
      ...standard,
      name: specialCharacters,
      plan: specialCharacters,
      method: specialCharacters,
      bankReason: specialCharacters,
      updateUrl: specialLink,
    },
  },
});
