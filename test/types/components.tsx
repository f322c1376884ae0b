import type { ReactNode } from "react";

export interface OrderProps {
  readonly order: { readonly number: string; readonly total: number };
  readonly note?: string | undefined;
}
export function Order({ order }: OrderProps): ReactNode {
  return <p>{order.number}</p>;
}
export function Plain(): ReactNode {
  return <p>Plain</p>;
}
export function Lenient({ name = "you" }: { readonly name?: string | undefined }): ReactNode {
  return <p>{name}</p>;
}
export function Translated({
  locale = "en",
}: {
  readonly locale?: "en" | "de" | undefined;
}): ReactNode {
  return <p>{locale}</p>;
}
export type Either =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "code"; readonly code: string };
export function EitherWay(props: Either): ReactNode {
  return <p>{props.kind}</p>;
}

export const props: OrderProps = { order: { number: "7", total: 1 } };
