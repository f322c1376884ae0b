import type { RenderedEmail } from "../../src/diff/rendered-email.ts";

/** An email in one state, to be judged. */
export interface JudgedEmail extends RenderedEmail {
  readonly name: string;
}

/** What a judge says of one email, or of one look of it. */
export interface Verdict {
  readonly email: string;
  /** Without what is allowed. */
  readonly problems: readonly string[];
}

/** Judges emails. @returns why it could not, where it could not */
export type Judge = (emails: readonly JudgedEmail[]) => Promise<readonly Verdict[] | string>;
