import type { Json } from "../../protocol/props/json.ts";

/**
 * A list of another length. What is new repeats what is there, from its beginning, so that forty
 * lines look like forty lines.
 */
export function grown(items: readonly Json[], length: number, blank: () => Json): readonly Json[] {
  const more = Array.from({ length: Math.max(0, length - items.length) }, (_, at) =>
    items.length > 0 ? (items[at % items.length] as Json) : blank(),
  );
  return [...items, ...more].slice(0, length);
}

/** A list with one item at another place. */
export function moved(items: readonly Json[], from: number, to: number): readonly Json[] {
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, items[from] as Json);
}
