import { diffArrays } from "diff";

/** A run of entries that both sides share, or that one was replaced by another. */
export interface Run<Entry> {
  readonly isSame: boolean;
  /** Empty when something was added only. */
  readonly before: readonly Entry[];
  /** As long as `before` when they are the same. Empty when something was removed only. */
  readonly after: readonly Entry[];
}

/**
 * Past so many edits two lists have little to do with each other, and to find the shortest way takes
 * as many steps as the square of it.
 */
const mostEdits = 800;

/** Aligns two lists by what their entries are told apart by. */
export function align<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Run<Entry>[] {
  const [olds, news] = [before.map(keyOf), after.map(keyOf)];
  const known = new Set(olds);
  const found = news.some((key) => known.has(key))
    ? diffArrays(olds, news, { maxEditLength: mostEdits })
    : undefined;
  if (!found) return before.length + after.length > 0 ? [{ isSame: false, before, after }] : [];
  const runs: Run<Entry>[] = [];
  let at = 0;
  let to = 0;
  for (const { value, added, removed } of found) {
    const left = added ? [] : before.slice(at, at + value.length);
    const right = removed ? [] : after.slice(to, to + value.length);
    at += left.length;
    to += right.length;
    const isSame = !added && !removed;
    const last = runs.at(-1);
    if (last && !last.isSame && !isSame) {
      runs[runs.length - 1] = {
        isSame,
        before: [...last.before, ...left],
        after: [...last.after, ...right],
      };
    } else runs.push({ isSame, before: left, after: right });
  }
  return runs;
}
