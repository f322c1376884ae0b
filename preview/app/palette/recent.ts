import { readRemembered, writeRemembered } from "../data/remembered.ts";

/** Most that are remembered, the last one first. */
const most = 8;

/** Keys of the entries that were chosen last, the last one first. */
export function readRecent(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(readRemembered("palette-recent") ?? "[]");
    return Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers that an entry was chosen. */
export function addRecent(key: string): void {
  const others = readRecent().filter((one) => one !== key);
  writeRemembered("palette-recent", JSON.stringify([key, ...others].slice(0, most)));
}

/** Entries with those that were chosen last before all others. */
export function recentFirst<T extends { readonly key: string }>(
  entries: readonly T[],
  recent: readonly string[],
): readonly T[] {
  const places = new Map(recent.map((key, place) => [key, place]));
  const placeOf = ({ key }: T) => places.get(key) ?? recent.length;
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other));
}
