/** A memo of a pure function that forgets what was not asked for lately. */
export type Memo<Value> = (key: string) => Value;

/**
 * Remembers the results of a pure function, in two generations: what is asked for moves to the young
 * one, and when that is full, it becomes the old one and what was old is forgotten. A hit costs one
 * look-up; keeping the exact order of use would cost a deletion and an insertion each time.
 *
 * @param size how many results are kept, at least 2
 */
export function createMemo<Value>(size: number, compute: (key: string) => Value): Memo<Value> {
  const half = Math.max(1, Math.floor(size / 2));
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? compute(key);
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
