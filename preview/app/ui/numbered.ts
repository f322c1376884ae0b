/** Gives each item its place: the key of items that are never moved and may be equal. */
export function numbered<T extends object>(
  items: readonly T[],
): readonly (T & { place: number })[] {
  return items.map((item, place) => ({ ...item, place }));
}
