import type { RenderedEmail } from "../rendered-email.ts";

/** One email in one variant and locale, as one side of a comparison renders it. */
export interface RenderedState {
  readonly id: string;
  /** As the address has it: `forty-lines`. */
  readonly variant: string;
  /** As the author wrote it: `forty lines`. */
  readonly variantName: string;
  /** Null: as the props say. */
  readonly locale: string | null;
  /** What it rendered to, or why it did not. */
  readonly result: RenderedEmail | { readonly failure: string };
}

/** All that one side renders. */
export interface Side {
  readonly states: readonly RenderedState[];
  /** File of each email by its id, from the project's root. */
  readonly files: Readonly<Record<string, string>>;
}

/** Two states are the same one when this is. */
export function stateKey({ id, variant, locale }: RenderedState): string {
  return JSON.stringify([id, variant, locale]);
}
