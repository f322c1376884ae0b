import type { EmailQuery } from "../../protocol/index.ts";

/** An email in a state of which only what differs from the usual need be said. */
export type EmailAsked = Pick<EmailQuery, "id"> & Partial<EmailQuery>;

/** What to ask the server for: the default variant, as its props say, nothing edited. */
export function emailQuery({ id, ...state }: EmailAsked): EmailQuery {
  const { variant = "default", locale = null, props = null } = state;
  return { id, variant, locale, props };
}
