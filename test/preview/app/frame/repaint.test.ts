import { describe, expect, test } from "vitest";
import {
  type Colour,
  contrast,
  formatColour,
  lightness,
  over,
  parseColour,
  withLightness,
} from "../../../../preview/app/frame/dark/colour.ts";
import { darkTable, repaint, turn } from "../../../../preview/app/frame/dark/repaint.ts";

const colour = (css: string): Colour => {
  const parsed = parseColour(css);
  if (!parsed) throw new Error(`not a colour: ${css}`);
  return parsed;
};
const black = colour("rgb(0, 0, 0)");
const white = colour("rgb(255, 255, 255)");
const clear = colour("rgba(0, 0, 0, 0)");

describe("a colour", () => {
  test.each([
    ["rgb(1, 2, 3)", { r: 1, g: 2, b: 3, a: 1 }],
    ["rgba(1, 2, 3, 0.5)", { r: 1, g: 2, b: 3, a: 0.5 }],
    ["rgb(1 2 3 / 50%)", { r: 1, g: 2, b: 3, a: 0.5 }],
    ["oklch(0.7 0.1 120)", null],
    ["transparent", null],
  ])("%s is read", (css, expected) => {
    expect(parseColour(css)).toEqual(expected);
  });

  test("has the lightness and the contrast that the standards give", () => {
    expect(lightness(black)).toBeCloseTo(0);
    expect(lightness(white)).toBeCloseTo(100);
    expect(lightness(colour("rgb(51, 51, 51)"))).toBeCloseTo(21.247, 2);
    expect(contrast(black, white)).toBeCloseTo(21);
    expect(contrast(colour("rgb(118, 118, 118)"), white)).toBeCloseTo(4.54, 2);
  });

  test("comes back from CIELAB the same, whichever it is", () => {
    for (const css of ["rgb(193, 51, 27)", "rgb(12, 200, 90)", "rgb(0, 0, 255)"]) {
      expect(formatColour(withLightness(colour(css), lightness(colour(css))))).toBe(css);
    }
  });

  test("that is half clear mixes with what lies below", () => {
    expect(over({ ...black, a: 0.5 }, white)).toEqual({ r: 127.5, g: 127.5, b: 127.5, a: 1 });
  });
});

describe("partial inversion, as Outlook.com's", () => {
  const paint = (text: Colour, ground: Colour, below = darkTable.partial) => {
    const painted = repaint("partial", { text, ground }, below);
    return [formatColour(painted.text), formatColour(painted.ground)];
  };

  test("turns black on white to white on #333", () => {
    expect(paint(black, white)).toEqual(["rgb(255, 255, 255)", "rgb(51, 51, 51)"]);
  });

  test("leaves a dark ground with light text alone", () => {
    expect(paint(white, colour("rgb(20, 20, 40)"))).toEqual([
      ...["rgb(255, 255, 255)", "rgb(20, 20, 40)"],
    ]);
  });

  test("lights up text on the bare table, and leaves what can be read there", () => {
    expect(paint(black, clear)[0]).toBe("rgb(255, 255, 255)");
    const grey = colour("rgb(200, 200, 200)");
    expect(paint(grey, clear)[0]).toBe("rgb(200, 200, 200)");
  });

  test("keeps the hue of a light ground", () => {
    const { ground } = repaint(
      "partial",
      { text: black, ground: colour("rgb(255, 220, 210)") },
      white,
    );
    expect(lightness(ground)).toBeLessThan(50);
    expect(ground.r).toBeGreaterThan(ground.b);
  });

  test("makes every grey on every grey readable, or leaves it as readable as it was", () => {
    for (let text = 0; text <= 255; text += 15) {
      for (let ground = 0; ground <= 255; ground += 15) {
        const own = { text: grey(text), ground: grey(ground) };
        const painted = repaint("partial", own, darkTable.partial);
        const before = contrast(own.text, own.ground);
        const after = contrast(painted.text, painted.ground);
        expect(after, `${text} on ${ground}`).toBeGreaterThanOrEqual(Math.min(before, 4.5) * 0.6);
      }
    }
  });
});

describe("full inversion, as Gmail's on iOS", () => {
  test("turns black on white to white on black, and back", () => {
    const dark = repaint("full", { text: black, ground: white }, darkTable.full);
    expect([formatColour(dark.text), formatColour(dark.ground)]).toEqual([
      ...["rgb(255, 255, 255)", "rgb(0, 0, 0)"],
    ]);
    const light = repaint("full", { text: white, ground: black }, darkTable.full);
    expect([formatColour(light.text), formatColour(light.ground)]).toEqual([
      ...["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
    ]);
  });

  test("keeps the hue, and what is clear stays clear", () => {
    const turned = turn(colour("rgb(120, 20, 10)"));
    expect(turned.r).toBeGreaterThan(turned.b);
    expect(lightness(turned)).toBeGreaterThan(50);
    expect(repaint("full", { text: black, ground: clear }, black).ground.a).toBe(0);
  });
});

function grey(part: number): Colour {
  return { r: part, g: part, b: part, a: 1 };
}
