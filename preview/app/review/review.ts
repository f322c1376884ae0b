import type { EmailQuery } from "../../protocol/index.ts";

/** What a reviewer decided of an email in one state. */
export type Verdict = "approved" | "changes";

/** An email in one state, as far as a review tells states apart. */
export type ReviewedState = Pick<EmailQuery, "id" | "variant" | "locale">;

/** What was said of an email in one state. */
export interface StateReview extends ReviewedState {
  /** Null: nothing was decided. */
  readonly verdict: Verdict | null;
  readonly comments: readonly string[];
  /** {@link fingerprintOf} the HTML that was looked at. */
  readonly seen: string;
}

/** What one person said of the emails. */
export interface Review {
  readonly reviewer: string;
  /** In the order in which they were first spoken of. */
  readonly states: readonly StateReview[];
}

/** A review of nothing, by no one as yet. */
export const emptyReview: Review = { reviewer: "", states: [] };

/** More than anyone writes; what is beyond is no review, characters of JSON. */
export const longestReview = 1_000_000;

/** Whether two states are one. */
export function isSameState(one: ReviewedState, other: ReviewedState): boolean {
  return one.id === other.id && one.variant === other.variant && one.locale === other.locale;
}

/** What a review says of a state. */
export function findState({ states }: Review, state: ReviewedState): StateReview | undefined {
  return states.find((one) => isSameState(one, state));
}

/** A review in which a state has this; one of which nothing is said any more is left out. */
export function withState(review: Review, next: StateReview): Review {
  const isSaid = next.verdict !== null || next.comments.length > 0;
  const isKnown = findState(review, next) !== undefined;
  const states = isKnown
    ? review.states.map((one) => (isSameState(one, next) ? next : one))
    : [...review.states, next];
  return {
    ...review,
    states: isSaid ? states : states.filter((one) => !isSameState(one, next)),
  };
}

/** A short name of a text (FNV-1a, 32 bits, and the length): whether an email is still what was looked at. */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return `${(hash >>> 0).toString(16)}-${text.length.toString(16)}`;
}

/** Names that a review has in a file, so that another file is told from it. */
const format = "letterpress-review-1";

/** Writes a review as JSON. */
export function printReview(review: Review): string {
  return JSON.stringify({ format, ...review }, undefined, 2);
}

/** Reads what {@link printReview} has written. @throws {Error} that says why it is no review */
export function parseReview(text: string): Review {
  if (text.length > longestReview) throw new Error("It is too long for a review.");
  const value = readJson(text);
  if (value.format !== format) throw new Error("It is not a review of emails.");
  const { reviewer, states } = value;
  if (typeof reviewer !== "string" || !Array.isArray(states) || !states.every(isStateReview)) {
    throw new Error("It is a review, but something in it is not as it was written.");
  }
  return { reviewer, states };
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // As any other file.
  }
  return {};
}

function isStateReview(value: unknown): value is StateReview {
  const { id, variant, locale, verdict, comments, seen } = { ...(value as StateReview) };
  return (
    [id, variant, seen].every((part) => typeof part === "string") &&
    (locale === null || typeof locale === "string") &&
    (verdict === null || verdict === "approved" || verdict === "changes") &&
    Array.isArray(comments) &&
    comments.every((comment) => typeof comment === "string")
  );
}
