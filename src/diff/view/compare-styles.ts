import type { PropertyChange } from "./view-change.ts";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** Properties that have another value, in alphabetical order. */
export function compareStyles(before: Values, after: Values): readonly PropertyChange[] {
  if (before === after) return [];
  const properties = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...properties].sort().flatMap((property): PropertyChange[] => {
    const [old, next] = [text(before[property]), text(after[property])];
    return old === next ? [] : [{ property, before: old, after: next }];
  });
  return joinSides(changes);
}

function text(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.join(", then ");
}

/** All four sides of a box that changed alike are one change. */
function joinSides(changes: readonly PropertyChange[]): readonly PropertyChange[] {
  let joined = changes;
  for (const box of ["border", "margin", "padding"]) {
    const sides = joined.filter(({ property }) =>
      new RegExp(`^${box}-(?:top|right|bottom|left)$`).test(property),
    );
    const [first] = sides;
    if (!first || sides.length < 4) continue;
    if (!sides.every((one) => one.before === first.before && one.after === first.after)) continue;
    joined = joined.flatMap((one) =>
      one === first ? [{ ...first, property: box }] : sides.includes(one) ? [] : [one],
    );
  }
  return joined;
}
