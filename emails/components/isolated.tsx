import type { ReactNode } from "react";

/** Text that a person or another system wrote: its direction is its own and turns nothing around it. */
export function Isolated({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>;
}
