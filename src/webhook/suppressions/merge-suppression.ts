import type { SuppressionChange, SuppressionState } from "./suppression-store.ts";

/**
 * The state of an address after one change more. The newest change holds; one that is older than
 * what is known changes nothing. A further suppression keeps the time and the origin of the first
 * where the reason is the same, and a complaint stays one until it is lifted, because Postmark
 * itself lifts no other way.
 */
export function mergeSuppression(
  known: SuppressionState | undefined,
  change: SuppressionChange,
): SuppressionState {
  if (!known) return { ...change, since: change.at };
  if (change.at.getTime() < known.at.getTime()) return known;
  const goesOn =
    known.reason !== undefined &&
    change.reason !== undefined &&
    (known.reason === change.reason || known.reason === "complaint");
  if (goesOn) {
    return { ...known, at: change.at, atPostmark: known.atPostmark || change.atPostmark };
  }
  return { ...change, since: change.at };
}
