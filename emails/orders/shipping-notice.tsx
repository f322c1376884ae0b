import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { dubaiAddress, fortyLines, specialAddress, studioAddress } from "../_samples/orders.ts";
import { Action } from "../components/action.tsx";
import { Address, type PostalAddress } from "../components/addresses.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDay } from "../components/format/date.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { formatCount } from "../components/format/quantity.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Listing } from "../components/listing.tsx";
import { Progress } from "../components/progress.tsx";
import { TextLink } from "../components/text-link.tsx";
import { Eyebrow, Paragraph, Subheading, Title } from "../components/type.tsx";

/** Something in the parcel. */
export interface PackedItem {
  readonly name: string;
  readonly details?: string;
  readonly quantity: number;
}

export interface ShippingNoticeProps {
  readonly name?: string;
  readonly order: { readonly number: string; readonly url: string };
  /** Which of the order's parcels this is, when there are several. */
  readonly parcel?: { readonly index: number; readonly count: number };
  readonly carrier: string;
  readonly trackingNumber?: string;
  /** The carrier's page for the parcel. */
  readonly trackingUrl?: string;
  /** Days between which it should arrive, ISO 8601 dates; one day when both are the same. */
  readonly arrives: { readonly from: string; readonly to: string };
  readonly items: readonly PackedItem[];
  readonly address: PostalAddress;
}

function ShippingNotice(props: ShippingNoticeProps) {
  const { name, order, parcel, carrier, trackingNumber, trackingUrl, items, address } = props;
  const arrival = arrivalOf(props);
  return (
    <Layout
      title={`Order ${order.number} is on its way`}
      preheader={`Due ${arrival}, with ${inPlainText(carrier)}.`}
      reason="You get this because you ordered from Foolscap."
    >
      <Eyebrow>
        Order <Isolated>{order.number}</Isolated>
        {parcel && `, parcel ${parcel.index} of ${parcel.count}`}
      </Eyebrow>
      <Title>{parcel ? "Part of your order is on its way" : "Your order is on its way"}</Title>
      <Progress stages={["Ordered", "Printed", "On its way", "Delivered"]} reached={3} />
      <Paragraph>
        {name ? <Isolated>{name}</Isolated> : "Good news"}, it left the workshop today and should
        reach you <strong>{arrival}</strong>.
      </Paragraph>
      {trackingUrl ? (
        <Action href={trackingUrl}>Track your parcel</Action>
      ) : (
        <Action href={order.url}>View your order</Action>
      )}
      <Facts
        label="The parcel"
        facts={[
          { name: "Carrier", value: <Isolated>{carrier}</Isolated> },
          {
            name: "Tracking number",
            value: trackingNumber && <Isolated>{trackingNumber}</Isolated>,
          },
          { name: "Arrives", value: capitalised(arrival) },
        ]}
      />
      <Subheading>In this parcel</Subheading>
      <Listing
        label="Items in this parcel"
        columns={["Item", "Quantity"]}
        rows={items.map((item) => ({
          name: <Isolated>{item.name}</Isolated>,
          details: item.details && <Isolated>{item.details}</Isolated>,
          measure: formatCount(item.quantity),
        }))}
      />
      <Address heading="Going to" address={address} />
      {trackingUrl && (
        <Paragraph>
          <TextLink href={order.url}>View the whole order</TextLink>
        </Paragraph>
      )}
    </Layout>
  );
}

function arrivalOf({ arrives }: ShippingNoticeProps): string {
  const from = formatDay(arrives.from);
  const to = formatDay(arrives.to);
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const standard: ShippingNoticeProps = {
  name: "Ada",
  order: { number: "FC-20418", url: "https://foolscap.example/orders/FC-20418" },
  carrier: "Parcelwright",
  trackingNumber: "PW 7731 0482 91 GB",
  trackingUrl: "https://track.parcelwright.example/PW7731048291GB?lang=en&ref=FC-20418",
  arrives: { from: "2026-03-20", to: "2026-03-23" },
  items: [
    { name: "Letterhead, printed", details: "A4, Wove 120 g", quantity: 500 },
    { name: "Cloth notebook", details: "Cobalt, A5, dotted", quantity: 6 },
    { name: "Envelopes, lined", details: "C6, box of 50", quantity: 2 },
  ],
  address: studioAddress,
};

export default defineEmail({
  id: "orders/shipping-notice",
  component: ShippingNotice,
  subject: ({ order }) => `Order ${inPlainText(order.number)} is on its way`,
  variants: {
    default: standard,
    "no tracking, one day": {
      ...standard,
      name: undefined,
      carrier: "Our own van",
      trackingNumber: undefined,
      trackingUrl: undefined,
      arrives: { from: "2026-03-20", to: "2026-03-20" },
    },
    "second of three parcels": {
      ...standard,
      parcel: { index: 2, count: 3 },
      items: standard.items.slice(0, 1),
    },
    "forty lines": {
      ...standard,
      items: fortyLines.map(({ name, quantity }) => ({ name, quantity })),
    },
    "very long name": {
      ...standard,
      name: veryLongName,
      address: { ...studioAddress, name: veryLongName },
    },
    "right-to-left name": { ...standard, name: arabicName, address: dubaiAddress },
    "special characters": {
      ...standard,
      name: specialCharacters,
      order: { number: specialCharacters, url: specialLink },
      carrier: specialCharacters,
      trackingNumber: specialCharacters,
      trackingUrl: specialLink,
      items: [{ name: specialCharacters, details: specialCharacters, quantity: 1 }],
      address: specialAddress,
    },
  },
});
