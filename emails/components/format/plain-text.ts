const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Someone's text for places that have no markup, such as a subject or a preheader: shortened so
 * that it does not push out the rest, and isolated (U+2068 … U+2069) when it reads right to left,
 * so that it does not turn the words around it.
 */
export function inPlainText(text: string, maxLength = 40): string {
  const letters = Array.from(new Intl.Segmenter("en").segment(text), ({ segment }) => segment);
  const fitted =
    letters.length > maxLength
      ? `${letters
          .slice(0, maxLength - 1)
          .join("")
          .trimEnd()}…`
      : text;
  return rightToLeft.test(fitted) ? `\u2068${fitted}\u2069` : fitted;
}
