import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** The subject does not shout. */
export const subjectShouting: Rule = {
  name: "subject-shouting",
  subject: "inbox line",
  severity: "warning",
  summary: "The subject is not in capitals, and has no `!!` and no `?!`.",
  reason: "Filters count it against the mail (SpamAssassin: SUBJ_ALL_CAPS, PLING_QUERY).",
  source: "https://spamassassin.apache.org/tests_3_3_x.html",
  check({ subject }, report) {
    const words = subject.match(/\p{L}{2,}/gu) ?? [];
    const cased = words.filter((word) => word.toLowerCase() !== word.toUpperCase());
    const isCapital = cased.length >= 3 && cased.every((word) => word === word.toUpperCase());
    const marks = /!\s*!|\?\s*!|!\s*\?/.exec(subject)?.[0];
    if (!isCapital && marks === undefined) return;
    report({
      message: isCapital ? "The subject is in capitals" : `The subject has ${marks} in it`,
      evidence: quote(subject),
      advice: isCapital ? "Write it in small letters" : "Take one mark, or none",
      part: "subject",
      literals: [subject],
      same: String(isCapital),
    });
  },
};
