import { linksOf } from "../document/links.ts";
import { toPixels } from "../document/shown-style.ts";
import type { Rule } from "../rule.ts";

/** @see https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html */
const smallest = 24;

/** Buttons can be pressed with a thumb. */
export const targetSize: Rule = {
  name: "target-size",
  subject: "accessibility",
  severity: "warning",
  summary: "A link that looks like a button is 24 px high, better 44.",
  reason: "A thumb presses what is beside it.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html",
  check(email, report) {
    for (const { element, name } of linksOf(email)) {
      const own = email.cascade.own(element);
      const { fontSizePx, lineHeight = 1.2 } = email.styleOf(element);
      const isButton = own.has("background-color") || own.has("background") || own.has("border");
      if (!isButton || !/block|inline-block/.test(own.get("display") ?? "")) continue;
      const padding = (side: "top" | "bottom") => {
        const parts = (own.get("padding") ?? "0").split(/\s+/);
        const said =
          own.get(`padding-${side}`) ?? (side === "top" ? parts[0] : (parts[2] ?? parts[0]));
        return toPixels(said ?? "0", fontSizePx);
      };
      const [top, bottom] = [padding("top"), padding("bottom")];
      if (
        top === undefined ||
        bottom === undefined ||
        own.has("height") ||
        (own.has("line-height") && lineHeight > 2)
      )
        continue;
      const height = fontSizePx * Math.max(1, lineHeight) + top + bottom;
      if (height >= smallest) continue;
      report({
        message: `A button is ${Math.round(height)} px high, and ${smallest} px are needed`,
        evidence: `“${name.slice(0, 40)}”`,
        advice: "Give it more padding above and below",
        element,
        literals: [name],
        isEstimate: true,
        same: "",
      });
    }
  },
};
