/** What JSON can express. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;

/** An object of it. */
export interface JsonRecord {
  readonly [name: string]: Json;
}

/**
 * Whether a value is an object with named parts, and no mark.
 *
 * Props travel as JSON, and what JSON lacks travels as a mark, an object with one name that begins
 * with `$`; a name of the author's own that begins so gets a second one.
 *
 * - `{ "$date": "2026-03-14T09:41:00.000Z" }` is a `Date`, `{ "$bigint": "7" }` a `bigint`
 * - `{ "$keep": "/lines/2/icon" }` is whatever stands there (JSON pointer, RFC 6901) in the variant's
 *   own props: a function, a React element
 * - in a patch also `{ "$null": true }`, since a bare null removes there, and `{ "$list": { "3": …,
 *   "length": 40 } }`, which changes a list item by item
 */
export function isRecord(value: Json | undefined): value is JsonRecord {
  return isObject(value) && markOf(value) === undefined;
}

/** The name of the mark that a value is, such as `$date`. */
export function markOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value);
  const [name = ""] = names;
  return names.length === 1 && /^\$(?!\$)/.test(name) ? name : undefined;
}

/** Whether two values are the same JSON; the order of names is no difference. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

function isObject(value: Json | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
