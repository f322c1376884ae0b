import { textWidth } from "../../template/text/characters.ts";
import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { hiddenPreheader } from "./shared/hidden-preheader.ts";

const shortest = 20;
const longest = 200;

/** The preheader fills its room. */
export const preheaderLength: Rule = {
  name: "preheader-length",
  subject: "inbox line",
  severity: "info",
  summary: "A preheader has 20 to 200 characters.",
  reason: "A shorter one leaves the line empty; of a longer one no one sees the end.",
  source: "https://www.litmus.com/blog/the-ultimate-guide-to-preview-text-support",
  check(email, report) {
    const found = hiddenPreheader(email);
    if (!found) return;
    const length = textWidth(found.text);
    if (length >= shortest && length <= longest) return;
    report({
      message:
        length < shortest
          ? "The preheader is very short"
          : "The preheader is longer than any inbox shows",
      evidence: `${[...found.text].length} characters: ${quote(found.text)}`,
      advice:
        length < shortest
          ? "Say what comes next"
          : "Put what matters first, and leave out the rest",
      part: "preheader",
      element: found.element,
      literals: [found.text],
      same: String(length < shortest),
    });
  },
};
