import { passagesOf } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { hiddenPreheader } from "./shared/hidden-preheader.ts";

/** What the inbox shows behind the subject is chosen. */
export const preheaderMissing: Rule = {
  name: "preheader-missing",
  subject: "inbox line",
  severity: "warning",
  summary: "The email has a preheader, or begins with words that do as one.",
  reason: "The inbox shows the first words of the body: “View in browser”, a menu, an address.",
  source: "https://postmarkapp.com/guides/transactional-email-best-practices",
  check(email, report) {
    if (hiddenPreheader(email) !== undefined || !email.body) return;
    const first = email.preheader;
    const isPoor =
      first === "" ||
      /^(?:view (?:this |it )?(?:email )?(?:in|on)|having trouble|can't see|https?:|unsubscribe|logo\b)/i.test(
        first,
      );
    // A mail that begins with a sentence needs none.
    if (!isPoor) return;
    report({
      message: "There is no preheader, and the inbox shows words that say nothing",
      evidence: first === "" ? "no words at all" : `“${first.slice(0, 80)}”`,
      advice: "Put a <Preview> at the beginning of the body",
      element: passagesOf(email)[0]?.element ?? email.body,
      part: "preheader",
      same: "",
    });
  },
};
