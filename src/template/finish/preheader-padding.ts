import type { FinishStep } from "./finish-step.ts";

/**
 * What `Preview` writes for each place up to its 150 or 200: nbsp, zwnj, zwsp, zwj, lrm, rlm and bom
 * in `@react-email/components`, all but lrm and rlm in `react-email` 6.
 */
const places = [
  "\u00a0\u200c\u200b\u200d\u200e\u200f\ufeff",
  "\u00a0\u200c\u200b\u200d\ufeff",
] as const;

/**
 * The same place in 4 octets instead of 20: a space that does not collapse, and an invisible mark
 * that keeps clients from folding a run of such spaces into one.
 */
const shortPlace = "\u034f\u00a0";

/** As many as `@react-email/components` fills up to: no inbox shows more of a line. */
const longestLine = 150;

/**
 * Shrinks the invisible characters behind the preheader, which some filters take for a trick. What an
 * inbox shows of the line stays blank as before, so that the body is kept out of it as well.
 */
export const preheaderPadding: FinishStep = {
  name: "preheader-padding",
  apply({ tokens }) {
    for (const token of tokens) {
      if (token.type !== "text" || token.raw.charCodeAt(0) !== 0xa0) continue;
      const count = countPlaces(token.raw);
      if (count > 0) token.raw = shortPlace.repeat(count);
    }
  },
};

function countPlaces(raw: string): number {
  for (const place of places) {
    const count = raw.length / place.length;
    if (!Number.isInteger(count) || raw !== place.repeat(count)) continue;
    // `react-email` 6 fills up to 200, behind the same words.
    return place === places[1] ? Math.max(1, count - (200 - longestLine)) : count;
  }
  return 0;
}
