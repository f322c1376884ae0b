import { align } from "./align.ts";
import { compareWords, similarity, type WordPart } from "./compare-words.ts";
import { pairSimilar } from "./pair-similar.ts";
import { joinWords, type Word, wordKey } from "./word.ts";

/** A line of a text that changed, came or went, with what of it did. */
export interface LineChange {
  readonly parts: readonly WordPart[];
}

/** From so much in common on, a line is the other one changed, and not another. */
const alike = 0.4;

/** What became of the lines of a text; empty when all are the same. Empty lines do not count. */
export function compareLines(
  before: readonly (readonly Word[])[],
  after: readonly (readonly Word[])[],
): readonly LineChange[] {
  const keyOf = (line: readonly Word[]) => line.map(wordKey).join("");
  return align(before.filter(hasWords), after.filter(hasWords), keyOf).flatMap((run) => {
    if (run.isSame) return [];
    const pairs = pairSimilar(run.before, run.after, (old, next) => {
      const like = similarity(old, next);
      return like >= alike ? like : 0;
    });
    return pairs.flatMap(({ before: old, after: next }): LineChange[] => {
      if (old && next) {
        const parts = compareWords(old, next);
        return parts ? [{ parts }] : [];
      }
      const op = old ? "removed" : "added";
      return [{ parts: [{ op, text: joinWords(old ?? next ?? []) }] }];
    });
  });
}

function hasWords(line: readonly Word[]): boolean {
  return line.length > 0;
}
