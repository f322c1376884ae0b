/** What shows nothing: soft hyphens, zero-width spaces, the padding behind preheaders. */
const invisible = /\u00ad|\u034f|[\u061c\u200b\u200c\u200e\u200f\u2060]/g;

/** Text as a reader sees it: runs of white space are one space, what shows nothing is gone. */
export function normalizeText(text: string): string {
  return text.replace(invisible, "").replace(/\s+/g, " ").trim();
}

/** Whether text, white space apart, is the expected one, or is like a pattern. */
export function isLike(text: string, expected: string | RegExp): boolean {
  const normal = normalizeText(text);
  return typeof expected === "string"
    ? normal === normalizeText(expected)
    : normal.search(expected) >= 0;
}

/** Whether text, white space apart, holds the expected words, or is like a pattern. */
export function includesText(text: string, expected: string | RegExp): boolean {
  const normal = normalizeText(text);
  return typeof expected === "string"
    ? normal.includes(normalizeText(expected))
    : normal.search(expected) >= 0;
}
