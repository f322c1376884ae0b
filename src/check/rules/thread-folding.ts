import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { tokenLinks } from "./shared/token-link.ts";

const ownThread = /^(?:references|in-reply-to|x-entity-ref-id)$/i;

/** What is good for one time only does not disappear among others of its kind. */
export const threadFolding: Rule = {
  name: "thread-folding",
  subject: "inbox line",
  severity: "info",
  isOff: true,
  summary:
    "A mail with a code or a link for one use has a subject of its own, or a header that keeps it apart.",
  reason:
    "Gmail folds mails of one sender and one subject together, and hides what they have in common: the reader opens the old link. Off by default, because a fixed subject is what many want there.",
  source: "https://support.google.com/mail/answer/5900",
  check(email, report) {
    const { subject, message } = email;
    // A figure, such as the code or the time, makes it another one each time.
    if (subject.trim() === "" || /\p{N}/u.test(subject)) return;
    if (Object.keys(message?.headers ?? {}).some((name) => ownThread.test(name))) return;
    const hasCode = passagesOf(email).some(
      ({ text, element }) =>
        /^(?:\d[ \u2009-]?){4,8}$/.test(text) && email.styleOf(element).fontSizePx >= 18,
    );
    if (!hasCode && tokenLinks(email).length === 0) return;
    report({
      message: "Gmail folds this mail together with the one before: they have the same subject",
      evidence: `${quote(subject)}, with ${hasCode ? "a code" : "a link"} for one use`,
      advice:
        "Put the code or the time into the subject, or give each mail an X-Entity-Ref-ID header of its own",
      part: "subject",
      literals: [subject],
      same: "",
    });
  },
};
