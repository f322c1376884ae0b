import type { CssColor } from "lightningcss";
import { type LightningCss, loweringOptions } from "./lightning.ts";
import { returnable } from "./returnable.ts";

/**
 * A colour in sRGB, which is written as hex or `rgba()`. lightningcss by itself would put the
 * fallback beside the original; mail needs the fallback alone.
 *
 * @returns undefined for what is sRGB already, and for what only the client knows (`currentcolor`)
 */
export function lowerColor(lightning: LightningCss, color: CssColor): CssColor | undefined {
  if (typeof color === "string" || !("alpha" in color) || color.type === "rgb") return undefined;
  const finite = returnable(color);
  const halfOpaque = () => ({ ...finite, alpha: 0.5 });
  // lightningcss converts while it prints. With an alpha of one half the answer is always `rgba()`,
  // never a name or hex.
  const { code } = lightning.transform({
    ...loweringOptions,
    code: new TextEncoder().encode("a{color:red}"),
    visitor: { Color: halfOpaque },
  });
  const [, r, g, b] = /rgba\((\d+),(\d+),(\d+),/.exec(new TextDecoder().decode(code)) ?? [];
  if (r === undefined) return undefined;
  return { type: "rgb", r: Number(r), g: Number(g), b: Number(b), alpha: finite.alpha };
}
