import type { EmailView } from "../../protocol/index.ts";

/** A state of an email that does not load or render. */
export interface ExportFailure {
  readonly id: string;
  /** The variant's name; null when the email does not load, which concerns all of them. */
  readonly variant: string | null;
  readonly locale: string | null;
  readonly message: string;
  /** `emails/orders/order.tsx:9:3` */
  readonly place: string | null;
}

/** What is wrong with one state of an email; nothing where it rendered. */
export function failuresOf(
  { id, variants, variant, result }: EmailView,
  locale: string | null,
): readonly ExportFailure[] {
  if (result.status === "rendered") return [];
  const { message, location, phase } = result;
  const name = variants.find(({ slug }) => slug === variant)?.name ?? variant;
  const place = location && `${location.file}:${location.line}:${location.column}`;
  return [{ id, variant: phase === "load" ? null : name, locale, message, place }];
}
