import { align } from "../words/align.ts";
import { similarity } from "../words/compare-words.ts";
import { type Pair, pairSimilar } from "../words/pair-similar.ts";
import { wordKey } from "../words/word.ts";
import type { ViewItem } from "./view-item.ts";

/** From so much in common on, a text is the other one changed, and not another. */
const alike = 0.35;

/** What an item is told apart from others by; not how it looks. */
export function itemKey(item: ViewItem): string {
  if (item.kind === "text") return `${item.block}:${item.words.map(wordKey).join("")}`;
  if (item.kind === "image") return `image:${item.src}|${item.alt}`;
  return item.kind === "row" ? `row:${item.cells}` : item.kind;
}

/** Items of both sides, each with the one that it became. */
export function alignItems(
  before: readonly ViewItem[],
  after: readonly ViewItem[],
): readonly Pair<ViewItem>[] {
  return align(before, after, itemKey).flatMap((run) => {
    if (run.isSame) {
      return run.before.map((item, at) => ({ before: item, after: run.after[at] }));
    }
    // What stands in the same places and is of the same kinds was rewritten.
    const isRewritten =
      run.before.length === run.after.length &&
      run.before.every(({ kind }, at) => kind === run.after[at]?.kind) &&
      run.before.length <= 2;
    if (isRewritten) return run.before.map((item, at) => ({ before: item, after: run.after[at] }));
    return pairSimilar(run.before, run.after, likeness);
  });
}

function likeness(before: ViewItem, after: ViewItem): number {
  if (before.kind !== after.kind) return 0;
  if (before.kind === "text" && after.kind === "text") {
    const like = similarity(before.words, after.words);
    return like >= alike ? like : 0;
  }
  if (before.kind === "image" && after.kind === "image") {
    if (before.src === after.src) return 1;
    return before.alt === after.alt && before.alt !== "" ? 0.9 : 0.3;
  }
  const isOtherRow = before.kind === "row" && itemKey(before) !== itemKey(after);
  return isOtherRow ? 0.2 : 0.5;
}
