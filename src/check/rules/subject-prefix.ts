import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** The subject does not pretend to be an answer. */
export const subjectPrefix: Rule = {
  name: "subject-prefix",
  subject: "inbox line",
  severity: "warning",
  summary: "The subject does not begin with `Re:` or `Fwd:`.",
  reason: "There was no mail before it: filters and readers take it for a trick.",
  source: "https://www.rfc-editor.org/rfc/rfc5322#section-3.6.5",
  check({ subject, message }, report) {
    const prefix = /^\s*(?:re|fwd?|aw|wg|tr|rv|sv|antw)\s*:/i.exec(subject)?.[0];
    const isAnswer = Object.keys(message?.headers ?? {}).some((name) =>
      /^in-reply-to$/i.test(name),
    );
    if (prefix === undefined || isAnswer) return;
    report({
      message: `The subject begins with “${prefix.trim()}”, and the mail answers none`,
      evidence: quote(subject),
      advice: "Take it out",
      part: "subject",
      literals: [subject, prefix],
      same: "",
    });
  },
};
