import { compareTextWithTokens } from "../../template/text/compare-text.ts";
import { showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const kinds = {
  link: "link",
  code: "word with a figure",
  amount: "amount",
  placeholder: "placeholder",
} as const;

/** The text has what the HTML has. */
export const textComplete: Rule = {
  name: "text-complete",
  subject: "text part",
  severity: "error",
  summary: "Each link, code and amount of the HTML is in the text part.",
  reason: "Who reads the text does not get the code, or has no link to press.",
  source: "https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4",
  check({ tokens, text = "" }, report) {
    if (text.trim() === "") return;
    for (const { kind, value } of compareTextWithTokens(tokens, text)) {
      if (!(kind in kinds)) continue;
      const name = kinds[kind as keyof typeof kinds];
      // A button to one's own mailbox and the like is no loss.
      if (kind === "link" && !/^https?:/i.test(value)) continue;
      report({
        message: `The text part lacks a ${name} of the HTML`,
        evidence: kind === "link" ? showAddress(value) : value.slice(0, 60),
        advice: "Leave text out of defineEmail: it is then written from the HTML; or add it there",
        part: "text",
        literals: ["text:", "text("],
        same: kind,
      });
    }
  },
};
