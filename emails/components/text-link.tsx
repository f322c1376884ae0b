import { Link } from "@react-email/components";
import type { ReactNode } from "react";
import { paint } from "./paint.ts";

interface TextLinkProps {
  readonly href: string;
  /** Says where it goes, also when read alone. */
  readonly children: ReactNode;
}

/** A link in running text, underlined: colour alone does not tell everyone. */
export function TextLink({ href, children }: TextLinkProps) {
  return (
    <Link href={href} {...paint({ ink: "link" }, { textDecoration: "underline" })}>
      {children}
    </Link>
  );
}
