import { contrast, toHex } from "../document/color.ts";
import { closest, descendants } from "../document/element.ts";
import { linksOf } from "../document/links.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

const inText = /^(?:p|li|td|th|div|span|blockquote)$/;

/** A link in a sentence is told by more than its colour. */
export const linkDistinct: Rule = {
  name: "link-distinct",
  subject: "accessibility",
  severity: "warning",
  summary: "A link within text is underlined, or differs by 3:1 from the text around it.",
  reason: "Who does not tell the two colours apart does not see that there is a link.",
  source: "https://dequeuniversity.com/rules/axe/4.10/link-in-text-block",
  check(email, report) {
    for (const { element, name } of linksOf(email)) {
      const { parent } = element;
      if (!parent || !inText.test(parent.name) || email.textOf(element) === "") continue;
      const block = closest(parent, "p", "li", "td", "th", "div", "blockquote") ?? parent;
      const around = email.ownText(block).length;
      // A row of links, and one with a word beside it, is no sentence.
      if (around < 20 || around < name.length / 2) continue;
      const inside = [element, ...descendants(element)];
      if (inside.some((one) => email.styleOf(one).isUnderlined)) continue;
      const own = email.cascade.own(element);
      if (
        own.has("background-color") ||
        [...own.keys()].some(
          (key) => /^border/.test(key) && !/^(?:0|none)/.test(own.get(key) ?? ""),
        )
      )
        continue;
      const link = email.styleOf(element);
      const text = email.styleOf(block);
      if (link.fontWeight >= text.fontWeight + 200) continue;
      const ratio = contrast(link.color, text.color);
      if (ratio >= 3) continue;
      report({
        message: "A link within text is told by its colour alone",
        evidence: `${quote(name, 40)}: ${toHex(link.color)} beside ${toHex(text.color)} is ${ratio.toFixed(1)}:1`,
        advice: "Underline it",
        element,
        literals: [name],
        isEstimate: true,
        same: "",
      });
    }
  },
};
