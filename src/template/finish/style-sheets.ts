import type { SheetFault } from "../css/css-compiler.ts";
import { hasModernValue } from "../css/signals.ts";
import { findAttribute, setAttribute } from "../html/attributes.ts";
import { decodeAttribute } from "../html/entities.ts";
import type { RenderWarning } from "../warning.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Rewrites each `<style>` as Gmail and Outlook parse it, where that is needed at all. A sheet that
 * does not parse is kept as it was, with a warning.
 */
export const styleSheets: FinishStep = {
  name: "style-sheets",
  apply({ tokens }, { css, warn }) {
    for (const token of tokens) {
      if (token.type !== "raw-text" || token.name !== "style") continue;
      const lowered = css.lowerSheet(token.raw);
      // A sheet that lightningcss writes is escaped by it, but never for HTML.
      if (!/<\/style/i.test(lowered.css)) token.raw = lowered.css;
      if (lowered.fault === undefined) continue;
      warn(describeFault(lowered.fault));
    }
  },
};

/** Rewrites those values in `style` attributes that Gmail and Outlook do not parse; no others. */
export const inlineStyles: FinishStep = {
  name: "inline-styles",
  apply({ tokens }, { css }) {
    for (const token of tokens) {
      if (token.type !== "open" || !hasModernValue(token.raw)) continue;
      const style = findAttribute(token, "style");
      if (style === undefined || !hasModernValue(style.rawValue)) continue;
      setAttribute(token, "style", css.lowerStyle(decodeAttribute(style.rawValue)));
    }
  },
};

function describeFault({ kind, message, line }: SheetFault): RenderWarning {
  if (kind === "excessive") {
    const text = `A style sheet is sent as it is: ${message}`;
    return { code: "style-sheet-not-lowered", message: text };
  }
  const place = line === undefined ? "" : ` in its line ${line}`;
  return {
    code: "style-sheet-unparsable",
    message: `A style sheet does not parse and is sent as it is: ${message}${place}`,
  };
}
