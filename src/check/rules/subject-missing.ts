import type { Rule } from "../rule.ts";

/** There is a subject. */
export const subjectMissing: Rule = {
  name: "subject-missing",
  subject: "inbox line",
  severity: "error",
  summary: "The email has a subject.",
  reason: "The inbox shows “(no subject)”, and filters count it against the mail.",
  source: "https://www.rfc-editor.org/rfc/rfc5322#section-3.6.5",
  check({ subject }, report) {
    if (subject.trim() !== "") return;
    report({
      message: "The email has no subject",
      evidence: JSON.stringify(subject),
      advice: "Say in it what the email is about",
      part: "subject",
    });
  },
};
