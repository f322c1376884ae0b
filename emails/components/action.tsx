import { Button, Link, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { fonts, radius, type } from "../theme.ts";
import type { Locale } from "./locale/locale.ts";
import { sharedWords } from "./locale/shared-words.tsx";
import { paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

interface ActionProps {
  readonly href: string;
  /** A verb and its object: "Reset your password". */
  readonly children: ReactNode;
}

/**
 * The one thing to do. The cell carries the colour, so that Outlook, which ignores a link's
 * padding, still shows a button; on a phone it fills the width.
 */
export function Action({ href, children }: ActionProps) {
  const label = paint(
    { ink: "onButton", also: "ph-button" },
    {
      fontFamily: fonts.sans,
      fontSize: 16,
      fontWeight: 600,
      padding: "14px 24px",
      overflowWrap: "anywhere",
    },
  );
  return (
    <Spaced top={8} bottom={28}>
      <table role="presentation" cellPadding={0} cellSpacing={0} border={0} className="ph-full">
        <tbody>
          <tr>
            <td align="center" {...paint({ fill: "button" }, { borderRadius: radius.medium })}>
              <Button href={href} {...label}>
                {children}
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
    </Spaced>
  );
}

/**
 * The button's address in full, for readers whose client shows no button or who like to look first.
 * The text part has no buttons and shows every address already.
 */
export function ActionAddress({
  href,
  locale = "en",
}: {
  readonly href: string;
  readonly locale?: Locale | undefined;
}) {
  const address = { textDecoration: "underline", wordBreak: "break-all" } as const;
  return (
    <Text data-skip-in-text {...paint({ ink: "muted" }, { ...type.fine, margin: "0 0 16px" })}>
      {sharedWords[locale].buttonAddress}
      <br />
      <Link href={href} {...paint({ ink: "muted" }, address)}>
        {href}
      </Link>
    </Text>
  );
}
