import type { Rule } from "../rule.ts";
import { nameCodePoint } from "./shared/code-point.ts";

/** The subject holds what every client shows. */
export const subjectCharacters: Rule = {
  name: "subject-characters",
  subject: "inbox line",
  severity: "error",
  summary: "No line ends, control characters, halves of characters or HTML in the subject.",
  reason: "A subject is plain text on one line: `&amp;` and boxes are what the inbox shows.",
  source: "https://www.rfc-editor.org/rfc/rfc5322#section-2.2",
  check({ subject }, report) {
    const control = /[\p{Cc}\ufffd]|\p{Cs}/u.exec(subject)?.[0];
    const markup = /&(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);/i.exec(subject)?.[0];
    if (control === undefined && markup === undefined) return;
    const shown = control === undefined ? markup : nameCodePoint(control);
    report({
      message:
        control === undefined
          ? "The subject has HTML in it"
          : "The subject has a character in it that cannot be shown",
      evidence: `${shown} in ${JSON.stringify(subject.slice(0, 80))}`,
      advice: control === undefined ? "Write the character itself" : "Take it out",
      part: "subject",
      literals: [subject, markup ?? ""].filter(Boolean),
      same: shown ?? "",
    });
  },
};
