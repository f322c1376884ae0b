import { Heading, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import { type Ink, type } from "../theme.ts";
import { paint } from "./paint.ts";

interface TypeProps {
  readonly children: ReactNode;
  readonly ink?: Ink;
  readonly style?: CSSProperties;
}

/** Long words and addresses break before they push the sheet wider than the phone. */
const breakable: CSSProperties = { overflowWrap: "anywhere", wordBreak: "break-word" };

/** The one `h1` of an email. */
export function Title({ children, ink = "ink", style }: TypeProps) {
  const painted = paint(
    { ink, also: "ph-title" },
    { ...type.title, ...breakable, letterSpacing: "-0.01em", margin: "0 0 16px", ...style },
  );
  return (
    <Heading as="h1" {...painted}>
      {children}
    </Heading>
  );
}

/** An `h2`, above a part. */
export function Subheading({ children, ink = "ink", style }: TypeProps) {
  return (
    <Heading as="h2" {...paint({ ink }, { ...type.heading, margin: "0 0 8px", ...style })}>
      {children}
    </Heading>
  );
}

/** The line above the title that files the email: `Order FC-20418`. */
export function Eyebrow({ children }: TypeProps) {
  return (
    <Text {...paint({ ink: "muted" }, { ...type.small, ...breakable, margin: "0 0 8px" })}>
      {children}
    </Text>
  );
}

/** Running text. */
export function Paragraph({ children, ink = "ink", style }: TypeProps) {
  return (
    <Text {...paint({ ink }, { ...type.body, ...breakable, margin: "0 0 20px", ...style })}>
      {children}
    </Text>
  );
}

/** An aside in smaller, quieter type. */
export function Note({ children, ink = "muted", style }: TypeProps) {
  return (
    <Text {...paint({ ink }, { ...type.small, ...breakable, margin: "0 0 16px", ...style })}>
      {children}
    </Text>
  );
}
