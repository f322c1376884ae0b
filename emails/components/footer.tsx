import { Column, Link, Row, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { type } from "../theme.ts";
import { brand } from "./brand.ts";
import { paint } from "./paint.ts";

/** Why the mail came, where to ask, who sent it. */
export function Footer({ reason }: { readonly reason: ReactNode }) {
  const quiet = paint(
    { ink: "muted" },
    { ...type.fine, margin: "0 0 8px", overflowWrap: "anywhere" },
  );
  const help = paint({ ink: "muted" }, { textDecoration: "underline" });
  return (
    <Row>
      <Column className="ph-pad" style={{ padding: "24px 40px 48px" }}>
        <Text {...quiet}>{reason}</Text>
        <Text {...quiet}>
          Questions? Write to{" "}
          <Link href={`mailto:${brand.helpEmail}`} {...help}>
            {brand.helpEmail}
          </Link>
          . A person answers.
        </Text>
        <Text {...quiet}>
          {brand.company}, {brand.address}
        </Text>
      </Column>
    </Row>
  );
}
