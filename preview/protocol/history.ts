import type { RenderSuccess } from "./emails.ts";

/** A save of an email's file. */
export interface HistoryEntry {
  /** Names it among the email's; grows with the time. */
  readonly key: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Lines that came and went since the one before; null: it is the first that is kept. */
  readonly lines: { readonly added: number; readonly removed: number } | null;
  /** Slugs of the variants whose render is kept. */
  readonly variants: readonly string[];
}

/** The saves of an email that are kept: of this day, the newest first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** So many are kept at most. */
  readonly capacity: number;
}

/** A save as it was. */
export interface HistorySave {
  readonly key: string;
  readonly at: number;
  /** Relative to the project root. */
  readonly file: string;
  readonly code: string;
  /** What the variants rendered to, by slug, as far as they did. */
  readonly renders: Readonly<Record<string, RenderSuccess>>;
}
