/** One word, number or mark of punctuation, as a reader meets it. */
export interface Word {
  readonly text: string;
  /** Whether a space stands before it. */
  readonly isSpaced: boolean;
}

/** What stands in place of a word that is another one each time. */
export const varies = "⟨varies⟩";

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Splits a text at spaces and at the borders of words; Chinese and Thai, without spaces, too. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let isSpaced = false;
  for (const { segment } of segmenter.segment(text)) {
    if (/^\s+$/.test(segment)) {
      isSpaced = words.length > 0;
      continue;
    }
    words.push({ text: segment, isSpaced });
    isSpaced = false;
  }
  return words;
}

/** The words as one text again. */
export function joinWords(words: readonly Word[]): string {
  return words.map(({ text, isSpaced }, at) => (isSpaced && at > 0 ? ` ${text}` : text)).join("");
}

/** Two words are the same when this is. */
export function wordKey({ text, isSpaced }: Word): string {
  return isSpaced ? ` ${text}` : text;
}
