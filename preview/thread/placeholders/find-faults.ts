import { fill } from "./fill.ts";
import { namePath, type PlaceholderNode } from "./node.ts";
import { type Output, type Part, partNames, type RenderProps } from "./output.ts";
import { isPlainObject, putStandIns, type Step } from "./stand-ins.ts";

/** Other values of one prop, and what a message says of them. */
interface Trial {
  readonly path: readonly Step[];
  readonly value: unknown;
}

/**
 * Looks for props that the code does more with than to write them: it renders with other values, and
 * compares with what a template engine would fill in.
 *
 * @param others props of the other variants: values that are known to occur
 * @returns a sentence for each such prop
 */
export async function findFaults(
  nodes: Readonly<Record<keyof Output, readonly PlaceholderNode[]>>,
  props: object,
  others: readonly object[],
  render: RenderProps,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const real = await compare(nodes, props, render);
  if (real !== undefined) faults.push(...(await blame(props, render, real)));
  if (faults.length > 0) return faults;
  for (const { path, value } of trialsOf(props, others)) {
    const name = namePath(path);
    if (faults.some((fault) => fault.startsWith(`${name}:`))) continue;
    const different = await compare(nodes, withValue(props, path, value), render);
    if (different === undefined) continue;
    faults.push(
      Array.isArray(value)
        ? `${name}: ${value.length} items are treated otherwise than ${lengthOf(props, path)}`
        : `${name}: the code branches on its value, or computes with it; pass what it makes of it as a prop`,
    );
  }
  return faults;
}

/** Which part differs from what would be filled in; undefined where none does. */
async function compare(
  nodes: Readonly<Record<keyof Output, readonly PlaceholderNode[]>>,
  props: object,
  render: RenderProps,
): Promise<Part | undefined> {
  const output = await render(props).catch(() => undefined);
  if (output === undefined) return "html";
  return partNames.find(
    (part) => normal(fill(nodes[part], props), part) !== normal(output[part], part),
  );
}

/** What fills a preheader up to its length. */
const padding = /(?:\p{Default_Ignorable_Code_Point}|&(?:nbsp|zwnj|zwj|shy|#\d+);|\s)+/gu;

/**
 * Entities differ from engine to engine, a preheader is filled up by its length, and a text part lines
 * columns up by their width.
 */
function normal(text: string, part: Part): string {
  if (part === "text") return text.replace(/[\s\u2068\u2069\u2500-]+/g, " ").trim();
  if (part === "subject") return text;
  return text
    .replace(/&(?:quot|#34|#x22);/g, '"')
    .replace(/&(?:#39|#x27|apos);/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(padding, " ");
}

/** Finds out by which prop an email differs: with one stand-in at a time. */
async function blame(props: object, render: RenderProps, part: Part): Promise<readonly string[]> {
  const base = await render(props);
  const blamed = new Set<string>();
  for (const { path, value, standIn } of putStandIns(props).leaves) {
    if (path.includes(1)) continue;
    const name = namePath(path);
    const output = await render(withValue(props, path, standIn)).catch(() => undefined);
    if (output === undefined) {
      blamed.add(`${name}: the code computes with it; pass what it makes of it as a prop, as text`);
      continue;
    }
    const isWritten = partNames.every(
      (one) =>
        normal(output[one].replaceAll(standIn, String(value)), one) === normal(base[one], one),
    );
    if (!isWritten) {
      blamed.add(
        `${name}: the code branches on its value, computes with it or takes it apart; pass what it makes of it as a prop`,
      );
    }
  }
  if (blamed.size > 0) return [...blamed];
  return [
    `The ${part} differs from what a template engine would fill in, and no single prop does it`,
  ];
}

function trialsOf(props: object, others: readonly object[]): readonly Trial[] {
  const trials: Trial[] = [];
  function visit(value: unknown, path: readonly Step[], alike: readonly unknown[]): void {
    if (typeof value === "boolean") trials.push({ path, value: !value });
    if (value instanceof Date) {
      trials.push({ path, value: new Date(value.getTime() + 40 * 24 * 3600 * 1000) });
    }
    if (typeof value === "number") {
      for (const other of [0, 1, 2, value + 1]) trials.push({ path, value: other });
    }
    if (typeof value === "string" || typeof value === "number") {
      const known = new Set(alike.filter((other) => typeof other === typeof value && other !== ""));
      for (const other of [...known].slice(0, 8)) {
        if (other !== value) trials.push({ path, value: other });
      }
    }
    if (Array.isArray(value) && value.length > 0) {
      for (const count of [1, 3]) {
        trials.push({ path, value: Array.from({ length: count }, () => value[0]) });
      }
      visit(value[0], [...path, 0], value.slice(1));
    }
    if (isPlainObject(value)) {
      for (const [key, own] of Object.entries(value)) {
        const same = alike.flatMap((other) => (isPlainObject(other) ? [other[key]] : []));
        visit(own, [...path, key], same);
      }
    }
  }
  visit(props, [], others);
  return trials.filter(({ path }) => path.length > 0);
}

function withValue(props: object, path: readonly Step[], value: unknown): object {
  function put(at: unknown, [step, ...rest]: readonly Step[]): unknown {
    if (step === undefined) return value;
    if (Array.isArray(at))
      return at.map((item, index) => (index === step ? put(item, rest) : item));
    const object = at as Readonly<Record<string, unknown>>;
    return { ...object, [step]: put(object[step], rest) };
  }
  return put(props, path) as object;
}

function lengthOf(props: object, path: readonly Step[]): number {
  const list = path.reduce<unknown>((at, step) => Reflect.get(at as object, step), props);
  return Array.isArray(list) ? list.length : 0;
}
