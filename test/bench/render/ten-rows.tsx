import { Body, Column, Head, Html, Row, Section, Text } from "@react-email/components";

const amounts = Array.from({ length: 10 }, (_, index) => (index + 1) * 4.5);

/** A receipt of ten rows as React Email's components make it, without styles: all is markup. */
export function TenRows() {
  return (
    <Html lang="en">
      <Head />
      <Body>
        {amounts.map((amount, index) => (
          <Section key={amount}>
            <Row>
              <Column>
                <Text>Item {index + 1}</Text>
              </Column>
              <Column>
                <Text>${amount.toFixed(2)}</Text>
              </Column>
            </Row>
          </Section>
        ))}
      </Body>
    </Html>
  );
}
