import type { Declared } from "./declared.ts";

const sides = ["top", "right", "bottom", "left"] as const;

/** A length; without a unit only zero is one. */
const length = /^(?:0|-?(?:\d+(?:\.\d+)?|\.\d+)(?:px|em|rem|%|pt|ex|ch|vw|vh))$/;

/** Units that Outlook for Windows does not read: it drops the declaration, and applies the others. */
const modern = /(?:rem|ex|ch|vw|vh)$/;

/**
 * Joins the declarations of a box's four sides: what a later one undoes or repeats goes, and where
 * all four are known, one shorthand says it. React Email's `Text` and `Button` write `margin` and
 * `padding`, and each side after it once more.
 *
 * Declarations with `!important`, a logical side, a function or a name in capitals are left as they
 * are, with all others of the same box; and so are lengths of which Outlook reads one and not the
 * other, since it would drop them all when they stand in one declaration.
 *
 * @returns the same list when there is nothing to join
 */
export function collapseSides(
  declared: readonly Declared[],
  box: "margin" | "padding",
): readonly Declared[] {
  const own = declared.filter(({ name }) => isOf(box, name));
  if (own.length < 2) return declared;
  const values = readSides(own, box);
  if (values === undefined) return declared;
  const joined = writeSides(values, box);
  const first = declared.indexOf(own[0] as Declared);
  return declared.flatMap((each, at) =>
    at === first ? joined : isOf(box, each.name) ? [] : [each],
  );
}

function isOf(box: string, name: string): boolean {
  return name.length >= box.length && name.slice(0, box.length).toLowerCase() === box;
}

type Sides = (string | undefined)[];

/** The value of each side after the last declaration; undefined when one of them is not understood. */
function readSides(own: readonly Declared[], box: string): Sides | undefined {
  const values: Sides = [undefined, undefined, undefined, undefined];
  const seen = new Set<boolean>();
  for (const { name, value } of own) {
    const parts = value.split(/\s+/).map((part) => (part === "0px" ? "0" : part));
    if (parts.length > 4 || !parts.every((part) => isValue(part, box))) return undefined;
    for (const part of parts) seen.add(modern.test(part));
    if (name === box) {
      const [top, right = top, bottom = top, left = right] = parts;
      values.splice(0, 4, top, right, bottom, left);
    } else {
      const side = sides.findIndex((each) => name === `${box}-${each}`);
      if (side < 0 || parts.length > 1) return undefined;
      values[side] = parts[0];
    }
  }
  return seen.size > 1 ? undefined : values;
}

function isValue(part: string, box: string): boolean {
  if (box === "padding") return length.test(part) && !part.startsWith("-");
  return part === "auto" || length.test(part);
}

function writeSides(values: Sides, box: string): Declared[] {
  const [top, right, bottom, left] = values;
  if (top !== undefined && right !== undefined && bottom !== undefined && left !== undefined) {
    const parts = [top, right, bottom, left];
    if (left === right) parts.pop();
    if (parts.length === 3 && bottom === top) parts.pop();
    if (parts.length === 2 && right === top) parts.pop();
    return [{ name: box, value: parts.join(" ") }];
  }
  return sides.flatMap((side, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ name: `${box}-${side}`, value }];
  });
}
