import type { Reading } from "./reading.ts";
import { alignItems } from "./view/align-items.ts";
import { compareStyles } from "./view/compare-styles.ts";
import type { ViewItem } from "./view/view-item.ts";
import { align } from "./words/align.ts";
import { varies, type Word, wordKey } from "./words/word.ts";

/** A reading without what is another one each time. */
export interface Masked {
  readonly reading: Reading;
  /** Whether anything varies. */
  readonly isVarying: boolean;
}

/**
 * Puts a mark in place of what differs between two renders of the same email: a time, a random
 * number.
 */
export function maskVarying(one: Reading, again: Reading): Masked {
  let isVarying = false;
  const note = () => {
    isVarying = true;
  };
  const mask = <Kind extends Word>(words: readonly Kind[], others: readonly Kind[]) =>
    maskWords(words, others, note);
  const { light, dark, phone } = one.views;
  const reading: Reading = {
    subject: mask(one.subject, again.subject),
    preheader: mask(one.preheader, again.preheader),
    from: mask(one.from, again.from),
    text: maskLines(one.text, again.text, note),
    document: Object.fromEntries(
      Object.entries(one.document).map(([key, value]) => {
        if (again.document[key] === value) return [key, value];
        note();
        return [key, varies];
      }),
    ),
    views: {
      light: maskItems(light, again.views.light, note),
      dark: maskItems(dark, again.views.dark, note),
      phone: maskItems(phone, again.views.phone, note),
    },
  };
  return { reading, isVarying };
}

function maskWords<Kind extends Word>(
  words: readonly Kind[],
  others: readonly Kind[],
  note: () => void,
): readonly Kind[] {
  return align(words, others, wordKey).flatMap((run) => {
    if (run.isSame) return run.before;
    note();
    const first = run.before[0] ?? run.after[0];
    return first ? [{ ...first, text: varies }] : [];
  });
}

function maskLines(
  lines: readonly (readonly Word[])[],
  others: readonly (readonly Word[])[],
  note: () => void,
): readonly (readonly Word[])[] {
  const keyOf = (line: readonly Word[]) => line.map(wordKey).join("");
  return align(lines, others, keyOf).flatMap((run) => {
    if (run.isSame) return run.before;
    note();
    if (run.before.length !== run.after.length) return [[{ text: varies, isSpaced: false }]];
    return run.before.map((line, at) => maskWords(line, run.after[at] ?? [], note));
  });
}

function maskItems(
  items: readonly ViewItem[],
  others: readonly ViewItem[],
  note: () => void,
): readonly ViewItem[] {
  return alignItems(items, others).map(({ before, after }): ViewItem => {
    if (before && after) return maskItem(before, after, note);
    note();
    return { kind: "varies", element: before?.element ?? 0, box: {} };
  });
}

function maskItem(item: ViewItem, other: ViewItem, note: () => void): ViewItem {
  const changed = compareStyles(item.box, other.box);
  if (changed.length > 0) note();
  const box = changed.length > 0 ? {} : item.box;
  if (item.kind === "text" && other.kind === "text") {
    const words = maskWords(item.words, other.words, note);
    const steady = new Map(other.words.map((word) => [wordKey(word), word]));
    return {
      ...{ ...item, box },
      words: words.map((word) => {
        const twin = steady.get(wordKey(word));
        if (word.href === undefined || !twin || twin.href === word.href) return word;
        note();
        return { ...word, href: varies };
      }),
    };
  }
  if (item.kind === "image" && other.kind === "image") {
    const same = (key: "src" | "alt") => {
      if (item[key] === other[key]) return item[key];
      note();
      return varies;
    };
    return { ...item, box, src: same("src"), alt: same("alt") };
  }
  return { ...item, box };
}
