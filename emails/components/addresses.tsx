import { Column, Row } from "@react-email/components";
import { Isolated } from "./isolated.tsx";
import { placed } from "./placed.ts";
import { Note, Subheading } from "./type.tsx";

/** A postal address as its reader would write it. */
export interface PostalAddress {
  readonly name: string;
  /** Street, house, flat: one to a few lines. */
  readonly lines: readonly string[];
  /** Town with postcode, in the country's order. */
  readonly city: string;
  readonly country: string;
}

interface AddressProps {
  readonly heading: string;
  readonly address: PostalAddress;
}

/** One address under its heading. */
export function Address({ heading, address }: AddressProps) {
  const { name, lines, city, country } = address;
  return (
    <>
      <Subheading>{heading}</Subheading>
      <Note ink="ink" style={{ margin: "0 0 24px" }}>
        {placed([name, ...lines, city, country]).map(({ key, item }) => (
          <span key={key}>
            <Isolated>{item}</Isolated>
            <br />
          </span>
        ))}
      </Note>
    </>
  );
}

/** Two addresses side by side; one under the other on a phone. */
export function AddressPair({
  first,
  second,
}: {
  readonly first: AddressProps;
  readonly second: AddressProps;
}) {
  const half = { width: "50%", verticalAlign: "top" } as const;
  return (
    <Row>
      <Column className="ph-stack ph-flush" style={{ ...half, paddingRight: 12 }}>
        <Address {...first} />
      </Column>
      <Column className="ph-stack ph-flush" style={{ ...half, paddingLeft: 12 }}>
        <Address {...second} />
      </Column>
    </Row>
  );
}
