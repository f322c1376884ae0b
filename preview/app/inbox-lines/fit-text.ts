/** Width of a text in px, in the font that it is drawn in. */
export type Measure = (text: string) => number;

/** A text as far as there is room for it. */
export interface Fitted {
  /** Each with an ellipsis where it was cut. */
  readonly lines: readonly string[];
  /** Characters, as a reader counts them, that show. */
  readonly shown: number;
  /** Characters that it has. */
  readonly length: number;
}

const ellipsis = "…";

/**
 * Fits a text into lines as inboxes do: broken between words, and cut with an ellipsis where the
 * last line ends.
 *
 * @param width of a line, px
 */
export function fitText(text: string, width: number, lineCount: number, measure: Measure): Fitted {
  const whole = splitGraphemes(text).length;
  const lines: string[] = [];
  let rest = text;
  for (let line = 1; line < lineCount && measure(rest) > width; line += 1) {
    const end = breakAt(rest, width, measure);
    if (end === 0) break;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (measure(rest) <= width) {
    return { lines: rest ? [...lines, rest] : lines, shown: whole, length: whole };
  }
  const kept = cutAt(rest, width, measure);
  const shown = whole - (splitGraphemes(rest).length - splitGraphemes(kept).length);
  return { lines: [...lines, kept.trimEnd() + ellipsis], shown, length: whole };
}

/** Index behind the last word that still fits; 0 when not even one does. */
function breakAt(text: string, width: number, measure: Measure): number {
  let end = 0;
  for (const match of text.matchAll(/\S+\s*/g)) {
    const next = match.index + match[0].length;
    if (measure(text.slice(0, next).trimEnd()) > width) return end;
    end = next;
  }
  return end;
}

/** The longest beginning that fits together with an ellipsis. */
function cutAt(text: string, width: number, measure: Measure): string {
  const parts = splitGraphemes(text);
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(parts.slice(0, middle).join("").trimEnd() + ellipsis) <= width) low = middle;
    else high = middle - 1;
  }
  return parts.slice(0, low).join("");
}

function splitGraphemes(text: string): readonly string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
