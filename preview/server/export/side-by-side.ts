/**
 * Does work on many things, some at a time, and gives the results in the order of the things. When
 * one fails, or no one wants more, no other is begun, and those under way are waited for.
 *
 * @param most how many are under way at once
 * @param work told by its signal that its result is not wanted any more
 * @throws what the work throws
 */
export async function* sideBySide<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result> {
  const over = new AbortController();
  const begun: Promise<Result>[] = [];
  const beginNext = () => {
    const item = items[begun.length];
    if (over.signal.aborted || item === undefined) return;
    const result = work(item, over.signal);
    begun.push(result);
    // Before whoever waits for this result goes on to the next one.
    result.then(beginNext, () => over.abort());
  };
  for (let count = 0; count < most; count += 1) beginNext();
  try {
    for (let place = 0; place < begun.length; place += 1) yield (await begun[place]) as Result;
  } finally {
    over.abort();
    await Promise.allSettled(begun);
  }
}
