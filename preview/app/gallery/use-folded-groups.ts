import { useMemo } from "react";
import { useRemembered } from "../data/remembered.ts";

const nothing: ReadonlySet<string> = new Set();

/**
 * Which groups of the gallery are folded, kept between visits.
 *
 * @param isFiltered what is looked for is shown wherever it stands: nothing is folded then
 */
export function useFoldedGroups(isFiltered: boolean): {
  readonly folded: ReadonlySet<string>;
  toggle(title: string): void;
} {
  const [text, remember] = useRemembered("gallery-folded", "[]");
  const kept = useMemo(() => readTitles(text), [text]);
  return {
    folded: isFiltered ? nothing : kept,
    toggle(title) {
      const next = new Set(kept);
      if (!next.delete(title)) next.add(title);
      remember(JSON.stringify([...next]));
    },
  };
}

function readTitles(text: string): ReadonlySet<string> {
  try {
    const titles: unknown = JSON.parse(text);
    return new Set(Array.isArray(titles) ? titles.map(String) : []);
  } catch {
    return nothing;
  }
}
