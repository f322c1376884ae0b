import type { Review, Verdict } from "./review.ts";

/** A verdict, of others too. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  approved: "Approved",
  changes: "Needs changes",
};

/** `2 approved, 1 needs changes, 3 comments`; empty when nothing was said. */
export function describeReview({ states }: Review): string {
  const count = (verdict: Verdict) => states.filter((state) => state.verdict === verdict).length;
  const comments = states.reduce((sum, state) => sum + state.comments.length, 0);
  const [approved, changes] = [count("approved"), count("changes")];
  return [
    ...(approved > 0 ? [`${approved} approved`] : []),
    ...(changes > 0 ? [`${changes} ${changes === 1 ? "needs" : "need"} changes`] : []),
    ...(comments > 0 ? [`${comments} ${comments === 1 ? "comment" : "comments"}`] : []),
  ].join(", ");
}
