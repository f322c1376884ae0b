import type { CssColor } from "lightningcss";
import type { LightningCss } from "./lightning.ts";
import { loweringOptions } from "./lowering-options.ts";
import { returnable } from "./returnable.ts";

/** A colour that lightningcss gives as numbers. */
type NumericColor = Extract<CssColor, { readonly alpha: number }>;

/**
 * Reads the colours of a sheet and converts them to sRGB, all at once: lightningcss has no function
 * that converts one, and a pass for each would be most of what lowering costs.
 *
 * @returns a function that gives a colour in sRGB, which is written as hex or `rgba()`; undefined
 * for what is sRGB already, and for what only the client knows (`currentcolor`)
 */
export function createColorLowering(
  lightning: LightningCss,
  css: Uint8Array,
): (color: CssColor) => CssColor | undefined {
  const found = new Map<string, NumericColor>();
  lightning.transform({
    ...loweringOptions,
    code: css,
    visitor: {
      Color(color) {
        if (isModern(color)) found.set(JSON.stringify(color), returnable(color));
      },
    },
  });
  const converted = convert(lightning, [...found.values()]);
  const byKey = new Map([...found.keys()].map((key, at) => [key, converted[at]]));
  return (color) => (isModern(color) ? byKey.get(JSON.stringify(color)) : undefined);
}

function isModern(color: CssColor): color is NumericColor {
  return typeof color !== "string" && "alpha" in color && color.type !== "rgb";
}

/**
 * lightningcss converts while it prints. With an alpha of one half the answer is always `rgba()`,
 * never a name or hex. By itself it would put the fallback beside the original; mail needs the
 * fallback alone.
 */
function convert(
  lightning: LightningCss,
  colors: readonly NumericColor[],
): (CssColor | undefined)[] {
  if (colors.length === 0) return [];
  let next = 0;
  const rules = colors.map((_, at) => `.c${at}{color:red}`).join("");
  const { code } = lightning.transform({
    ...loweringOptions,
    // Rules that become equal would be joined.
    minify: false,
    code: new TextEncoder().encode(rules),
    visitor: { Color: () => ({ ...(colors[next++] as NumericColor), alpha: 0.5 }) },
  });
  const answers = new TextDecoder().decode(code).split("}");
  return colors.map(({ alpha }, at) => {
    const [, r, g, b] = /rgba\((\d+), (\d+), (\d+),/.exec(answers[at] ?? "") ?? [];
    return r === undefined
      ? undefined
      : { type: "rgb", r: Number(r), g: Number(g), b: Number(b), alpha };
  });
}
