import { Heading } from "@react-email/components";
import type { ReactNode } from "react";
import { fonts, type } from "../theme.ts";
import { paint } from "./paint.ts";

interface AmountTitleProps {
  /** Already formatted. */
  readonly amount: string;
  /** What became of it: "Paid on 14 March 2026". */
  readonly children: ReactNode;
}

/** The `h1` of a mail about money: the amount, large, and what became of it. One heading to hear. */
export function AmountTitle({ amount, children }: AmountTitleProps) {
  const figure = {
    fontFamily: fonts.sans,
    fontSize: 38,
    lineHeight: "46px",
    fontWeight: 600,
    letterSpacing: "-0.02em",
  };
  return (
    <Heading
      as="h1"
      {...paint({ ink: "ink" }, { ...type.body, fontWeight: 400, margin: "0 0 20px" })}
    >
      <span style={figure}>{amount}</span>
      <br />
      {children}
    </Heading>
  );
}
