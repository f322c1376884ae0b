import type { MailLink } from "./read-html.ts";

/** What a message is there for, often: its links, and a code to type in. */
export interface LiftedOut {
  /** In the order they stand, those of the HTML first; the first five hundred. */
  readonly links: readonly MailLink[];
  /** How many links were found, those that are not listed included. */
  readonly linkCount: number;
  /** False where the bodies are too long to be looked through, or that took too long. */
  readonly isComplete: boolean;
  /** What is likely a one-time code, the likeliest ones. */
  readonly codes: readonly string[];
}

/** What is known of a message that could not be looked through. */
export const nothingLifted: LiftedOut = { links: [], linkCount: 0, isComplete: false, codes: [] };
