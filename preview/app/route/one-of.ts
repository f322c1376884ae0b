/** A value of a query where it is one that is known. */
export function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((name) => name === value);
}
