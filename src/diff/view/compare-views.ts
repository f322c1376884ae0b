import { compareWords } from "../words/compare-words.ts";
import { joinWords } from "../words/word.ts";
import { alignItems } from "./align-items.ts";
import { compareStyles } from "./compare-styles.ts";
import { compareTexts } from "./compare-texts.ts";
import { excerpt } from "./excerpt.ts";
import type { ViewName } from "./read-view.ts";
import type { Place, PropertyChange, ViewChange } from "./view-change.ts";
import type { ImageItem, ViewItem } from "./view-item.ts";

/** What became of what a reader meets, in the order in which it is met. */
export function compareViews(
  before: readonly ViewItem[],
  after: readonly ViewItem[],
  view: ViewName,
): readonly ViewChange[] {
  const changes: ViewChange[] = [];
  for (const { before: old, after: next } of alignItems(before, after)) {
    if (old && next) changes.push(...compareItems(old, next, view));
    else if (old) changes.push(...told(old, "removed"));
    else if (next) changes.push(...told(next, "added"));
  }
  return joinStyles(findMoved(changes));
}

function compareItems(before: ViewItem, after: ViewItem, view: ViewName): readonly ViewChange[] {
  const places = [{ before: before.element, after: after.element }];
  const changes: ViewChange[] = [];
  if (before.kind === "text" && after.kind === "text") {
    const parts = compareWords(before.words, after.words);
    if (parts) changes.push({ kind: "words", block: after.block, parts, places });
    if (before.block !== after.block) {
      const levels = { before: before.block, after: after.block };
      changes.push({ kind: "level", text: joinWords(after.words), ...levels, places });
    }
    changes.push(...compareTexts(before, after, view));
  } else if (before.kind === "image" && after.kind === "image") {
    const own = compareImages(before, after);
    if (own.length > 0) changes.push({ kind: "image", text: nameOf(after), changes: own, places });
  } else if (before.kind === "row" && after.kind === "row" && before.cells !== after.cells) {
    const cells = { property: "cells", before: `${before.cells}`, after: `${after.cells}` };
    changes.push({ kind: "style", on: ["row"], view, changes: [cells], places });
  }
  const boxes = compareStyles(before.box, after.box);
  if (boxes.length > 0) {
    changes.push({ kind: "style", on: [nameOf(after)], view, changes: boxes, places });
  }
  return changes;
}

function compareImages(before: ImageItem, after: ImageItem): readonly PropertyChange[] {
  const changes = (["src", "alt", "href"] as const).flatMap((property): PropertyChange[] =>
    before[property] === after[property]
      ? []
      : [{ property, before: before[property], after: after[property] }],
  );
  const isOtherFile = before.print !== after.print && before.src === after.src;
  if (!isOtherFile) return changes;
  return [{ property: "file", before: before.print, after: after.print }, ...changes];
}

/** The name of an item for a person. */
function nameOf(item: ViewItem): string {
  if (item.kind === "text") return excerpt(joinWords(item.words));
  if (item.kind === "image") return `image ${item.alt ? excerpt(item.alt) : item.src}`;
  return item.kind === "rule" ? "line" : item.kind;
}

function told(item: ViewItem, kind: "added" | "removed"): readonly ViewChange[] {
  // Where a box ends is told by what moved.
  if (item.kind === "end" || item.kind === "varies") return [];
  const place: Place = kind === "added" ? { after: item.element } : { before: item.element };
  const shared = { kind, places: [place] } as const;
  if (item.kind === "text") {
    const addresses = [...new Set(item.words.flatMap(({ href }) => href ?? []))];
    return [{ ...shared, what: item.block, text: joinWords(item.words), addresses }];
  }
  if (item.kind === "image") {
    const addresses = [item.src, ...(item.href === undefined ? [] : [item.href])];
    return [{ ...shared, what: "image", text: item.alt, addresses }];
  }
  const box = Object.entries(item.box).map(
    ([name, values]) => `${name}: ${values.join(", then ")}`,
  );
  const what = item.kind === "rule" ? "line" : item.kind;
  const text = item.kind === "row" ? `of ${item.cells} cells` : box.join("; ");
  return [{ ...shared, what, text, addresses: [] }];
}

/** What went at one place and came at another, the same, was moved. */
function findMoved(changes: readonly ViewChange[]): readonly ViewChange[] {
  const left = new Map<string, ViewChange[]>();
  const keyOf = (change: ViewChange) =>
    "what" in change && change.text !== "" && !/^(?:box|space|row|line)$/.test(change.what)
      ? JSON.stringify([change.what, change.text, change.addresses])
      : undefined;
  for (const change of changes) {
    const key = change.kind === "removed" ? keyOf(change) : undefined;
    if (key !== undefined) left.set(key, [...(left.get(key) ?? []), change]);
  }
  const gone = new Set<ViewChange>();
  const moved = changes.map((change): ViewChange => {
    const key = change.kind === "added" ? keyOf(change) : undefined;
    const origin = key === undefined ? undefined : left.get(key)?.shift();
    if (!origin || change.kind !== "added") return change;
    gone.add(origin);
    const place = { before: origin.places[0]?.before, after: change.places[0]?.after };
    return { ...change, kind: "moved", places: [place] };
  });
  return moved.filter((change) => !gone.has(change));
}

/** The same change of look of several things is one. */
function joinStyles(changes: readonly ViewChange[]): readonly ViewChange[] {
  const byChange = new Map<string, number>();
  const joined: ViewChange[] = [];
  for (const change of changes) {
    if (change.kind !== "style") {
      joined.push(change);
      continue;
    }
    const key = JSON.stringify([change.view, change.changes]);
    const at = byChange.get(key);
    const first = at === undefined ? undefined : joined[at];
    if (at === undefined || first?.kind !== "style") {
      byChange.set(key, joined.length);
      joined.push(change);
      continue;
    }
    joined[at] = {
      ...first,
      on: [...new Set([...first.on, ...change.on])],
      places: [...first.places, ...change.places],
    };
  }
  return joined;
}
