import type { Style, TextItem, ViewItem } from "./view-item.ts";

/** What was read of one element, before boxes that show nothing are taken out. */
export type ViewNode =
  | {
      readonly kind: "text";
      readonly block: string;
      readonly words: TextItem["words"];
      readonly element: number;
      readonly box: Style;
    }
  | {
      readonly kind: "image";
      readonly src: string;
      readonly alt: string;
      readonly href: string | undefined;
      readonly element: number;
      readonly box: Style;
    }
  | { readonly kind: "rule"; readonly element: number; readonly box: Style }
  | {
      readonly kind: "box" | "row";
      readonly element: number;
      readonly box: Style;
      readonly children: readonly ViewNode[];
      readonly cells?: number | undefined;
    };

type Boxes = Readonly<Record<string, readonly string[]>>;

/** What of a box shows where nothing is in it. */
const showsEmpty = /^(?:height|min-height|background.*|border.*|padding-.*)$/;

/**
 * The items of a tree, in order. A box that adds nothing is left out, and one around a single thing
 * becomes a part of it: how many elements it takes to write a padding is nothing to a reader.
 */
export function simplify(root: ViewNode): readonly ViewItem[] {
  return itemsOf(root);
}

function itemsOf(node: ViewNode): readonly ViewItem[] {
  if (node.kind === "text" || node.kind === "image" || node.kind === "rule") {
    return [{ ...node, box: single(node.box) }];
  }
  const { kind, element, box, children, cells } = node;
  const parts = children.map(itemsOf).filter((items) => items.length > 0);
  const items = parts.flat();
  const isEmptyBox = Object.keys(box).length === 0;
  if (kind === "row" && items.length > 0) {
    return [{ kind: "row", element, box: single(box), cells }, ...items];
  }
  const [first] = items;
  if (first === undefined) {
    const shows = Object.keys(box).some((property) => showsEmpty.test(property));
    return shows ? [{ kind: "space", element, box: single(box) }] : [];
  }
  if (isEmptyBox) return items;
  if (parts.length === 1 && isOne(items)) {
    return [{ ...first, box: around(box, first.box) }, ...items.slice(1)];
  }
  return [{ kind: "box", element, box: single(box) }, ...items, { kind: "end", element, box: {} }];
}

/** Whether items are one thing: a leaf, or a box with all that is in it. */
function isOne(items: readonly ViewItem[]): boolean {
  if (items.length === 1) return true;
  const [first] = items;
  const last = items.at(-1);
  return first?.kind === "box" && last?.kind === "end" && first.element === last.element;
}

function single(box: Style): Boxes {
  return Object.fromEntries(Object.entries(box).map(([property, value]) => [property, [value]]));
}

function around(outer: Style, inner: Boxes): Boxes {
  const all: Record<string, readonly string[]> = { ...inner };
  for (const [property, value] of Object.entries(outer)) {
    all[property] = [value, ...(inner[property] ?? [])];
  }
  return all;
}
