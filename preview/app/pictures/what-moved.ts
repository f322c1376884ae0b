import { diff } from "@codemirror/merge";

/** The pixels of a picture, row by row, each a number of 32 bits. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint32Array;
}

/** A place where two pictures differ, px. */
export interface ChangedPlace {
  readonly kind: "changed" | "added" | "removed";
  /** In the earlier picture. */
  readonly before: { readonly top: number; readonly height: number };
  /** In the later one. */
  readonly after: { readonly top: number; readonly height: number };
  /** From left to right, in both. */
  readonly left: number;
  readonly width: number;
  /** How much lower what follows is than it was. */
  readonly shift: number;
}

/** Changes with fewer rows between them are one place. */
const apart = 12;

/**
 * Where two pictures of one width differ: what came, went, or looks otherwise, and how far it moved
 * the rest. Rows are compared as lines of a text are.
 */
export function findMoved(before: Pixels, after: Pixels): readonly ChangedPlace[] {
  const names = new Map<string, string>();
  const [one, other] = [before, after].map((pixels) => nameRows(pixels, names));
  const changes = diff(one ?? "", other ?? "", { scanLimit: 2_000, timeout: 1_000 });
  const places: ChangedPlace[] = [];
  for (const { fromA, toA, fromB, toB } of changes) {
    const last = places.at(-1);
    const isNear = last && fromB - (last.after.top + last.after.height) < apart;
    const topA = isNear ? last.before.top : fromA;
    const topB = isNear ? last.after.top : fromB;
    if (isNear) places.pop();
    places.push(
      describe(before, after, { top: topA, height: toA - topA }, { top: topB, height: toB - topB }),
    );
  }
  return places;
}

function describe(
  one: Pixels,
  other: Pixels,
  before: ChangedPlace["before"],
  after: ChangedPlace["after"],
): ChangedPlace {
  const kind = before.height === 0 ? "added" : after.height === 0 ? "removed" : "changed";
  const { width } = other;
  const isOver = kind === "changed" && before.height === after.height && one.width === width;
  const [left, right] = isOver ? spanOf(one, other, before.top, after) : [0, width];
  return {
    ...{ kind, before, after, left, width: right - left },
    shift: after.top + after.height - (before.top + before.height),
  };
}

/** From the first column that differs to behind the last. */
function spanOf(
  one: Pixels,
  other: Pixels,
  topA: number,
  { top, height }: ChangedPlace["after"],
): readonly [number, number] {
  const { width } = other;
  let left = width;
  let right = 0;
  for (let row = 0; row < height; row += 1) {
    const a = (topA + row) * width;
    const b = (top + row) * width;
    for (let x = 0; x < width; x += 1) {
      if (one.data[a + x] === other.data[b + x]) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
    }
  }
  return left < right ? [left, right] : [0, width];
}

/** One character for each row, the same for rows that look the same. */
function nameRows({ width, height, data }: Pixels, names: Map<string, string>): string {
  let text = "";
  for (let row = 0; row < height; row += 1) {
    const key = hashRow(data, row * width, width);
    const name = names.get(key) ?? nameOf(names.size);
    names.set(key, name);
    text += name;
  }
  return text;
}

/** Beside the surrogates, of which two are one character. */
function nameOf(index: number): string {
  return String.fromCharCode(index < 0xd000 ? index + 1 : index + 0x1000);
}

/** Two sums of 32 bits: rows that differ and have both the same do not happen. */
function hashRow(data: Uint32Array, start: number, width: number): string {
  let one = 0x811c9dc5;
  let other = 0;
  for (let at = start; at < start + width; at += 1) {
    const pixel = data[at] ?? 0;
    one = Math.imul(one ^ pixel, 0x01000193);
    other = (Math.imul(other, 31) + pixel) | 0;
  }
  return `${one}:${other}`;
}
