import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** The text says what the email says. */
export const textViewInBrowser: Rule = {
  name: "text-view-in-browser",
  subject: "text part",
  severity: "error",
  summary: "The text part is the email, and not a hint to look elsewhere.",
  reason:
    "Who reads text gets nothing; filters count the difference against the mail (SpamAssassin: MPART_ALT_DIFF).",
  source: "https://spamassassin.apache.org/tests_3_3_x.html",
  check({ text = "" }, report) {
    const words = text
      .replace(/https?:\S+/g, "")
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    const isHint =
      /view (?:this |the )?(?:e-?mail |message )?(?:in|with|on) (?:your |a )?(?:web )?(?:browser|html)|(?:does not|doesn't|cannot|can't) (?:support|display|show|view|read) html|im browser (?:an(?:sehen|zeigen)|öffnen)|dans (?:votre|un) navigateur/i.test(
        text,
      );
    if (!isHint || words.length > 15) return;
    report({
      message: "The text part only says to look elsewhere",
      evidence: quote(text.trim()),
      advice: "Leave text out of defineEmail: it is then written from the HTML",
      part: "text",
      literals: [text.trim(), text.trim().slice(0, 30)],
      same: "",
    });
  },
};
