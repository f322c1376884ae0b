/**
 * The name that a mistyped one is most like.
 *
 * @returns undefined when none is so like it that it can be meant
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const known = names.map((name) => ({ name, distance: distanceOf(typed, name) }));
  const [best] = known.sort((one, other) => one.distance - other.distance);
  const most = Math.max(1, Math.floor(typed.length / 3));
  if (best && best.distance <= most) return best.name;
  // `out` for `outbox`: what was begun.
  const begun = typed.length >= 2 ? names.filter((name) => name.startsWith(typed)) : [];
  return begun.length === 1 ? begun[0] : undefined;
}

/** `; did you mean …?`, or nothing. */
export function didYouMean(typed: string, names: readonly string[], prefix = ""): string {
  const found = nearest(typed, names);
  return found === undefined ? "" : `; did you mean ${prefix}${found}?`;
}

/** How many letters are to be changed, added, left out or swapped with the next. */
function distanceOf(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && row > 1 && at > 1 ? (beforeLast[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
