import type { Rule } from "../rule.ts";

/** There is a text part. */
export const textMissing: Rule = {
  name: "text-missing",
  subject: "text part",
  severity: "error",
  summary: "The message has a text part.",
  reason:
    "Watches, screen readers and terminals show it; filters count its lack against the mail (SpamAssassin: MIME_HTML_ONLY).",
  source: "https://postmarkapp.com/guides/transactional-email-best-practices",
  check({ text = "" }, report) {
    if (text.trim() !== "") return;
    report({
      message: "The message has no text part",
      evidence: "an empty text",
      advice: "Leave text out of defineEmail: it is then written from the HTML",
      part: "text",
    });
  },
};
