/** How calls are gathered. */
export interface GatherOptions<Item> {
  /** Most runs under way at a time. @default 1 */
  readonly atOnce?: number | undefined;
  /** Most items of one run. */
  readonly maxItems: number;
  /** Largest sum of the items' sizes in one run; one that is larger goes alone. @default no limit */
  readonly maxSize?: number | undefined;
  /** @default 0 for each */
  readonly sizeOf?: ((item: Item) => number) | undefined;
  /** Whether the items of a run that failed so are run again, each alone: it may be one item's fault. */
  readonly isOnes: (error: unknown) => boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Makes one run of the calls that come in the same turn, or while others are under way: many at a
 * time cost a database hardly more than one. A call that comes alone runs at once.
 *
 * @param run gives a result for each item, in their order
 */
export function gather<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  options: GatherOptions<Item>,
): (item: Item) => Promise<Result> {
  const { atOnce = 1, maxItems, maxSize = Number.POSITIVE_INFINITY, sizeOf = () => 0 } = options;
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;

  const take = () => {
    let size = 0;
    const fitting = waiting.slice(0, maxItems).findIndex(({ item }, i) => {
      size += sizeOf(item);
      return i > 0 && size > maxSize;
    });
    return waiting.splice(0, fitting < 0 ? maxItems : fitting);
  };
  const settle = async (calls: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await run(calls.map(({ item }) => item));
      for (const [i, { resolve }] of calls.entries()) resolve(results[i] as Result);
    } catch (error) {
      if (calls.length > 1 && options.isOnes(error)) {
        for (const call of calls) await settle([call]);
      } else for (const { reject } of calls) reject(error);
    }
  };
  const start = () => {
    while (underWay < atOnce && waiting.length > 0) {
      underWay += 1;
      void settle(take()).finally(() => {
        underWay -= 1;
        start();
      });
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // After the others of this turn.
      queueMicrotask(start);
    });
}
