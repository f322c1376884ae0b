import { describe, expect, test } from "vitest";
import { contrastPairs, fills, inks, palette } from "../../emails/theme.ts";

/** WCAG 2.2, success criterion 1.4.3, level AA, for text of any size. */
const leastContrast = 4.5;

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("the contrast of black on white is 21", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
});

describe.each(["light", "dark"] as const)("in %s", (scheme) => {
  test.each(contrastPairs.map(([ink, fill]) => ({ ink, fill })))(
    "$ink is legible on $fill",
    ({ ink, fill }) => {
      const colours = palette[scheme];
      expect(contrastOf(colours[ink], colours[fill])).toBeGreaterThanOrEqual(leastContrast);
    },
  );

  test("every colour is a six-digit hex, which every client reads", () => {
    for (const colour of Object.values(palette[scheme])) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

test("every ink has a fill to stand on", () => {
  expect(inks.filter((ink) => !contrastPairs.some(([one]) => one === ink))).toEqual([]);
  expect(contrastPairs.filter(([, fill]) => !fills.includes(fill))).toEqual([]);
});
