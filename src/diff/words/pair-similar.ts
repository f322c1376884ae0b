/** One entry of each side; one of them is missing where nothing fits. */
export interface Pair<Entry> {
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
}

/** Beyond so many pairs to look at, entries are taken in their order. */
const mostPairs = 40_000;

/**
 * Pairs what went with what came in its place, in order, so that the pairs are as alike as can be.
 *
 * @param likeness from 0 to 1; 0: never a pair
 */
export function pairSimilar<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  likeness: (before: Entry, after: Entry) => number,
): readonly Pair<Entry>[] {
  const width = after.length + 1;
  if (before.length * after.length > mostPairs) return inOrder(before, after, likeness);
  // As for the longest common subsequence, with likeness in place of 1.
  const best = new Float64Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const like = likeness(before[i] as Entry, after[j] as Entry);
      const paired = like > 0 ? like + at(best, (i + 1) * width + j + 1) : 0;
      best[i * width + j] = Math.max(
        paired,
        at(best, (i + 1) * width + j),
        at(best, i * width + j + 1),
      );
    }
  }
  const pairs: Pair<Entry>[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const like = likeness(before[i] as Entry, after[j] as Entry);
    const here = at(best, i * width + j);
    if (like > 0 && here === like + at(best, (i + 1) * width + j + 1)) {
      pairs.push({ before: before[i++], after: after[j++] });
    } else if (here === at(best, (i + 1) * width + j)) pairs.push({ before: before[i++] });
    else pairs.push({ after: after[j++] });
  }
  while (i < before.length) pairs.push({ before: before[i++] });
  while (j < after.length) pairs.push({ after: after[j++] });
  return pairs;
}

function at(best: Float64Array, index: number): number {
  return best[index] ?? 0;
}

function inOrder<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  likeness: (before: Entry, after: Entry) => number,
): readonly Pair<Entry>[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [old, next] = [before[index], after[index]];
    if (old === undefined || next === undefined) return [{ before: old, after: next }];
    return likeness(old, next) > 0
      ? [{ before: old, after: next }]
      : [{ before: old }, { after: next }];
  }).flat();
}
