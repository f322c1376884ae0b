import { Column, Link, Row, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { type } from "../theme.ts";
import { brand } from "./brand.ts";
import type { Locale } from "./locale/locale.ts";
import { sharedWords } from "./locale/shared-words.tsx";
import { paint } from "./paint.ts";

/** Why the mail came, where to ask, who sent it. */
export function Footer({
  reason,
  locale = "en",
}: {
  readonly reason: ReactNode;
  readonly locale?: Locale | undefined;
}) {
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
          {sharedWords[locale].help(
            <Link href={`mailto:${brand.helpEmail}`} {...help}>
              {brand.helpEmail}
            </Link>,
          )}
        </Text>
        <Text {...quiet}>
          {brand.company}, {brand.address}
        </Text>
      </Column>
    </Row>
  );
}
