import type { RenderSuccess } from "./emails.ts";

/** A git reference that an email can be compared with. */
export interface GitReference {
  /** As git takes it: `HEAD`, `main`, a hash. */
  readonly ref: string;
  /** For people: `main`, or the first line of a commit's message. */
  readonly label: string;
}

/** Git references that are worth comparing an email with. */
export interface GitReferences {
  /** The last commit first, then the default branch, then the commits that changed the file. */
  readonly references: readonly GitReference[];
}

/** What an email rendered to at a git reference. */
export interface ReferenceRenders {
  readonly ref: string;
  /** Whole hash. */
  readonly commit: string;
  /** By slug of the variant, and by `slug.locale` for each locale asked for by itself. */
  readonly renders: Readonly<Record<string, RenderSuccess>>;
}
