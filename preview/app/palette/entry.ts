/** The headings of the palette. */
export type GroupName =
  | "Recent"
  | "Variants"
  | "Emails"
  | "Actions"
  | "Look"
  | "Inbox"
  | "Activity";

/** One line of the palette. */
export interface Entry {
  /** The same at each visit. */
  readonly key: string;
  readonly group: GroupName;
  readonly text: string;
  readonly hint?: string;
  /** Only for those who look for it: left out as long as nothing is typed. */
  readonly isFar?: boolean;
  readonly run: () => void;
}
