/** Invisible in any place: zero-width space, soft hyphen, joiners of words and of marks, BOM. */
const invisible = /\u034f|[\u00ad\u200b\u2060\ufeff]/g;
/** Joiners, which shape letters and emoji but mean nothing beside a space. */
const strayJoiner = /(?<=^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/g;
/** Spaces of other widths. The no-break ones stay apart, so that lines are not broken there. */
const oddSpace = /[\u2000-\u2006\u2008-\u200a\u205f]/g;
const noBreakSpace = /[\u2007\u202f]/g;
const special = /\u034f|[\u00ad\u2000-\u200d\u202f\u205f\u2060\ufeff]/;

/**
 * Text without characters that only layout has a use for. Direction marks and isolates stay; a
 * no-break space of any width is U+00A0 until the text is written out.
 */
export function plainCharacters(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(invisible, "")
    .replace(strayJoiner, "")
    .replace(oddSpace, " ")
    .replace(noBreakSpace, "\u00a0");
}

/** A letter that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and kin. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\ud802[\udc00-\udfff]|\ud83a[\udd00-\uddff]/;

/** Whether text has letters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

const simple = /^[\u0020-\u02ff]*$/;
/** Takes no room: marks, joiners, variation selectors, direction marks and isolates. */
const zeroWidth = /^[\p{Mark}\p{Format}]$/u;
/** Takes the room of two: CJK, Hangul, kana, full-width forms, emoji. UAX #11. */
const doubleWidth =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}])$/u;

/** How many columns text takes in a fixed-width font. */
export function textWidth(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (zeroWidth.test(character)) continue;
    width += doubleWidth.test(character) ? 2 : 1;
  }
  return width;
}
