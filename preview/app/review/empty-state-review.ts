import type { ReviewedState, StateReview } from "./review.ts";

/** A state of which nothing was said. */
export function emptyStateReview(state: ReviewedState, seen: string): StateReview {
  return { ...state, verdict: null, comments: [], seen };
}
