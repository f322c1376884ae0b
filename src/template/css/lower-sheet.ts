import type { LightningCss } from "./lightning.ts";
import { createColorLowering } from "./lower-color.ts";
import { flatteningOptions, loweringOptions } from "./lowering-options.ts";
import { readSheetShape } from "./sheet-shape.ts";
import { hasMediaRange, hasModernValue, hasTailwindName } from "./signals.ts";
import { createRuleVisitor, createValueVisitor } from "./visitors.ts";

/** How often a sheet may change before it must have come to rest; twice was never seen to fail. */
const maxPasses = 4;

/** What lightningcss is run with. */
type Options = Omit<Parameters<LightningCss["transform"]>[0], "code">;

/**
 * A style sheet as Gmail and Outlook parse it: flat rules, `min-width` and `max-width`, `rgba()`
 * and hex, finite lengths, none of Tailwind's inner variables. Lowering the result again changes
 * nothing.
 *
 * @returns the very same text when there is nothing to lower
 * @throws {SyntaxError} with `loc`, when the sheet does not parse
 */
export function lowerSheet(lightning: LightningCss, css: string): string {
  let lowered = css;
  // A value that stays modern (`color-mix()` of `currentColor`) is read and written again each time.
  for (let pass = 0; pass < maxPasses; pass++) {
    const before = lowered;
    lowered = lowerOnce(lightning, before);
    // Nothing was lowered: it is read all the same, once, to know whether it parses.
    if (lowered === before && pass === 0) transform(lightning, css, loweringOptions);
    if (lowered === before) break;
  }
  return lowered;
}

/**
 * A visitor turns each rule or value that it asks for into an object and back, which is most of what
 * lowering costs: none is asked for that this sheet does not need.
 */
function lowerOnce(lightning: LightningCss, css: string): string {
  let lowered = css;
  if (readSheetShape(lowered).isNested) lowered = transform(lightning, lowered, flatteningOptions);
  const modern = hasModernValue(lowered);
  const ranges = hasMediaRange(lowered);
  if (modern || ranges) {
    const lowerColor = modern
      ? createColorLowering(lightning, new TextEncoder().encode(lowered))
      : undefined;
    const visitor = createValueVisitor({ lowerColor, ranges });
    lowered = transform(lightning, lowered, { ...loweringOptions, visitor });
  }
  const { hasNestedMedia } = readSheetShape(lowered);
  const hasNames = hasTailwindName(lowered);
  if (hasNestedMedia || hasNames) {
    const visitor = createRuleVisitor({ hasNestedMedia, hasNames });
    lowered = transform(lightning, lowered, { ...loweringOptions, visitor });
  }
  // React Email leaves rules behind whose only declarations were Tailwind's variables.
  if (/\{\s*\}/.test(lowered)) lowered = transform(lightning, lowered, loweringOptions);
  return lowered;
}

function transform(lightning: LightningCss, css: string, options: Options): string {
  const { code } = lightning.transform({ ...options, code: new TextEncoder().encode(css) });
  return new TextDecoder().decode(code);
}
