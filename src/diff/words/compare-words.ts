import { align } from "./align.ts";
import { joinWords, type Word, wordKey } from "./word.ts";

/** Words that stayed, went or came. Joined, those that are not `added` are the text before. */
export interface WordPart {
  readonly op: "same" | "removed" | "added";
  /** With the space before it, if any. */
  readonly text: string;
}

/** What became of a text; undefined when it is the same. */
export function compareWords(
  before: readonly Word[],
  after: readonly Word[],
): readonly WordPart[] | undefined {
  const runs = align(before, after, wordKey);
  if (runs.every(({ isSame }) => isSame)) return undefined;
  const parts: WordPart[] = [];
  for (const { isSame, before: old, after: next } of runs) {
    const last = parts.at(-1);
    // A space before both belongs to neither.
    const isShared = !isSame && last !== undefined && isSpaced(old) && isSpaced(next);
    if (isShared && last) parts[parts.length - 1] = { ...last, text: `${last.text} ` };
    const isInside = last !== undefined && !isShared;
    if (old.length > 0) parts.push(part(isSame ? "same" : "removed", old, isInside));
    if (!isSame && next.length > 0) parts.push(part("added", next, isInside));
  }
  return parts;
}

function isSpaced(words: readonly Word[]): boolean {
  return words[0]?.isSpaced === true;
}

function part(op: WordPart["op"], words: readonly Word[], isInside: boolean): WordPart {
  const space = isInside && isSpaced(words) ? " " : "";
  return { op, text: space + joinWords(words) };
}

/** From 0, nothing in common, to 1, the same words. */
export function similarity(before: readonly Word[], after: readonly Word[]): number {
  if (before.length + after.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const { text } of before) counts.set(text, (counts.get(text) ?? 0) + 1);
  let common = 0;
  for (const { text } of after) {
    const left = counts.get(text) ?? 0;
    if (left === 0) continue;
    counts.set(text, left - 1);
    common++;
  }
  return (2 * common) / (before.length + after.length);
}
