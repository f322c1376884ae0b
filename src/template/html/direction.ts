/** Languages written from right to left, by their tag's first part. @see https://www.rfc-editor.org/rfc/rfc5646 */
const rightToLeft: ReadonlySet<string> = new Set(
  "ar arc arz azb bal ckb dv fa glk he iw khw ks mzn nqo pnb ps sd syr ug ur yi".split(" "),
);

const rightToLeftScript = /-(?:adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)(?:-|$)/;
const otherScript = /^[a-z]{2,3}-(?:latn|cyrl|deva|grek)(?:-|$)/;

/** The direction that a language is written in. @param language a BCP 47 tag */
export function directionOf(language: string): "ltr" | "rtl" {
  const tag = language.trim().toLowerCase();
  if (rightToLeftScript.test(tag)) return "rtl";
  if (otherScript.test(tag)) return "ltr";
  return rightToLeft.has(tag.split("-")[0] ?? "") ? "rtl" : "ltr";
}

const letter = /\p{L}/u;
const rightToLeftLetter =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The direction of a text by its first letter that has one; undefined where none has.
 *
 * @see https://www.unicode.org/reports/tr9/#P2
 */
export function firstStrongDirection(text: string): "ltr" | "rtl" | undefined {
  const first = letter.exec(text)?.[0];
  if (first === undefined) return undefined;
  return rightToLeftLetter.test(first) ? "rtl" : "ltr";
}
