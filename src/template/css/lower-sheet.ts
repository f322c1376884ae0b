import { type LightningCss, loweringOptions } from "./lightning.ts";
import { hasMediaRange, hasModernValue } from "./signals.ts";
import { createValueVisitor, ruleVisitor } from "./visitors.ts";

/** How often a sheet may change before it must have come to rest; twice was never seen to fail. */
const maxPasses = 4;

/**
 * A style sheet as Gmail and Outlook parse it: flat rules, `min-width` and `max-width`, `rgba()`
 * and hex, finite lengths, none of Tailwind's inner variables. Lowering the result again changes
 * nothing.
 *
 * @returns the very same text when there is nothing to lower
 * @throws {SyntaxError} with `loc`, when the sheet does not parse
 */
export function lowerSheet(lightning: LightningCss, css: string): string {
  let lowered = lowerOnce(lightning, css);
  let before = css;
  // A value that stays modern (`color-mix()` of `currentColor`) is read and written again each time.
  for (let pass = 1; pass < maxPasses && lowered !== before; pass++) {
    before = lowered;
    lowered = lowerOnce(lightning, lowered);
  }
  return lowered;
}

function lowerOnce(lightning: LightningCss, css: string): string {
  const seen = { nesting: false };
  const visitor = createValueVisitor(lightning, seen);
  const sheet = new TextEncoder().encode(css);
  const { code } = lightning.transform({ ...loweringOptions, code: sheet, visitor });
  if (!seen.nesting && !hasModernValue(css) && !hasMediaRange(css)) return css;
  const { code: flat } = lightning.transform({ ...loweringOptions, code, visitor: ruleVisitor });
  return new TextDecoder().decode(flat);
}
