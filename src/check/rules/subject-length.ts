import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** What a wide inbox shows. */
const longest = 90;

/** The subject is read whole. */
export const subjectLength: Rule = {
  name: "subject-length",
  subject: "inbox line",
  severity: "warning",
  summary: "The subject is 90 characters at most.",
  reason: "Phones show about forty characters, computers about ninety; what matters is cut off.",
  source: "https://postmarkapp.com/guides/transactional-email-best-practices",
  check({ subject }, report) {
    const { length } = [...subject];
    if (length <= longest) return;
    report({
      message: `The subject is longer than ${longest} characters`,
      evidence: `${length} characters: ${quote(subject)}`,
      advice: "Put what matters first, and leave out the rest",
      part: "subject",
      same: "",
    });
  },
};
