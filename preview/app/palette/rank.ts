/** Something that can be found by what it is called. */
export interface Rankable {
  readonly text: string;
  readonly hint?: string;
}

/**
 * The entries that have every typed word in them, best first: a word that begins a name or a part
 * of it counts more than one in the middle, and that more than its letters in their order, the
 * first of them at the beginning of a part (`ordcon` finds `orders/order-confirmation`). Equal ones
 * keep their order.
 */
export function rankEntries<T extends Rankable>(
  entries: readonly T[],
  typed: string,
): readonly T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, score: scoreEntry(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

function scoreEntry({ text, hint = "" }: Rankable, words: readonly string[]): number {
  const name = text.toLowerCase();
  const scores = words.map((word) => {
    const at = name.indexOf(word);
    if (at === 0) return 4;
    if (at > 0) return /[\s/_.-]/.test(name[at - 1] ?? "") ? 3 : 2;
    if (hint.toLowerCase().includes(word)) return 1;
    return word.length > 1 && hasInOrder(name, word) ? 0.5 : 0;
  });
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0);
}

/** Whether the letters of a word stand in a name in their order, from the beginning of a part on. */
function hasInOrder(name: string, word: string): boolean {
  const starts = [...name.matchAll(/(?<=^|[\s/_.:,-])./g)].map(({ index }) => index);
  return starts.some((start) => {
    let at = start - 1;
    return [...word].every((letter) => {
      const next = name.indexOf(letter, at + 1);
      // The first letter has to be the beginning itself, the others near the one before.
      const isNear = at < start ? next === start : next - at <= 12;
      at = next;
      return next >= 0 && isNear;
    });
  });
}

/** The first few entries of each group, so that a long group hides no other. */
export function firstOfEach<T extends { readonly group: string }>(
  entries: readonly T[],
  most: number,
): readonly T[] {
  const counts = new Map<string, number>();
  return entries.filter(({ group }) => {
    const before = counts.get(group) ?? 0;
    counts.set(group, before + 1);
    return before < most;
  });
}
