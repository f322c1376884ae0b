import type { MailLink } from "./read-html.ts";

/** What a message is there for, often: its links, and a code to type in. */
export interface LiftedOut {
  /** In the order they stand, those of the HTML first; the first five hundred. */
  readonly links: readonly MailLink[];
  /** What is likely a one-time code, the likeliest ones. */
  readonly codes: readonly string[];
}
