import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { hiddenPreheader } from "./shared/hidden-preheader.ts";

/** The preheader says more than the subject. */
export const preheaderRepeatsSubject: Rule = {
  name: "preheader-repeats-subject",
  subject: "inbox line",
  severity: "warning",
  summary: "The preheader is not the subject again.",
  reason: "The inbox shows both side by side: the same words twice, and no room for others.",
  source: "https://postmarkapp.com/guides/transactional-email-best-practices",
  check(email, report) {
    const found = hiddenPreheader(email);
    if (!found || email.subject.trim() === "") return;
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
    if (plain(found.text) !== plain(email.subject)) return;
    report({
      message: "The preheader is the subject again",
      evidence: quote(found.text),
      advice: "Say in it what comes next: until when, how much, what to do",
      part: "preheader",
      element: found.element,
      literals: [found.text],
      same: "",
    });
  },
};
