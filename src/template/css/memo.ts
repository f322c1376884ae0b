/** A memo of a pure function that forgets what was not asked for the longest time. */
export type Memo<Value> = (key: string) => Value;

/**
 * Remembers the results of a pure function.
 *
 * @param size how many results are kept, at least 1
 */
export function createMemo<Value>(size: number, compute: (key: string) => Value): Memo<Value> {
  const results = new Map<string, Value>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) {
      // A Map iterates in the order of insertion, so that the first key is the one longest unused.
      results.delete(key);
      results.set(key, known);
      return known;
    }
    const value = compute(key);
    results.set(key, value);
    if (results.size > size) results.delete(results.keys().next().value ?? key);
    return value;
  };
}
