/** A step into props: a key, or the number of an item. */
export type Step = string | number;

/** A value of the props, and the text that stands in for it. */
export interface Leaf {
  readonly path: readonly Step[];
  readonly value: string | number;
  /** Unlike anything else in the email; all of the same length, so that blocks can be compared. */
  readonly mark: string;
  /** What is put into the props: the mark, within a URL or an address where the value is one. */
  readonly standIn: string;
}

/** Props with stand-ins. */
export interface StandIns {
  readonly props: Readonly<Record<string, unknown>>;
  readonly leaves: readonly Leaf[];
  /** Paths of the lists, outer ones first, without numbers. */
  readonly lists: readonly string[];
}

/** Letters and digits alone: they pass through HTML, URLs and text as they are. */
const marks = /qzph(\d{5})hpzq/g;

/** Splits a text at the marks in it: texts at even places, numbers of marks at odd ones. */
export function splitAtMarks(text: string): readonly string[] {
  return text.split(marks);
}

/** Puts stand-ins in place of texts and numbers; each list becomes two items of the shape of its first. */
export function putStandIns(props: object): StandIns {
  const leaves: Leaf[] = [];
  const lists = new Set<string>();

  function put(value: unknown, path: readonly Step[]): unknown {
    if (typeof value === "string" || typeof value === "number") {
      const mark = `qzph${String(leaves.length).padStart(5, "0")}hpzq`;
      const leaf = { path, value, mark, standIn: standInFor(value, mark) };
      leaves.push(leaf);
      return leaf.standIn;
    }
    if (Array.isArray(value)) {
      if (value.length === 0) return value;
      lists.add(listKey(path));
      return [put(value[0], [...path, 0]), put(value[0], [...path, 1])];
    }
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [key, put(own, [...path, key])]),
    );
  }

  const standing = put(props, []);
  return { props: standing as StandIns["props"], leaves, lists: [...lists] };
}

/** A list's path as one text, its numbers left out. */
export function listKey(path: readonly Step[]): string {
  return JSON.stringify(path.filter((step) => typeof step === "string"));
}

/** Whether a value's parts are props of their own; a date or a map is not one. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function standInFor(value: string | number, mark: string): string {
  if (typeof value === "number") return mark;
  if (/^https?:\/\//i.test(value)) return `https://${mark}.example`;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? `${mark}@example.com` : mark;
}
