import { maxBodyBytes, maxSubjectLength } from "../../message/limits.ts";
import type { Rule } from "../rule.ts";

/** Postmark takes the message. */
export const postmarkLimits: Rule = {
  name: "postmark-limits",
  subject: "size",
  severity: "error",
  summary: "HTML and text are below 5 MB each, the subject below 2,000 characters.",
  reason: "Postmark takes the mail over SMTP and then does not send it.",
  source:
    "https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits",
  check({ htmlBytes, text = "", subject }, report) {
    const textBytes = Buffer.byteLength(text);
    for (const [part, bytes] of [
      ["html", htmlBytes],
      ["text", textBytes],
    ] as const) {
      if (bytes <= maxBodyBytes) continue;
      report({
        message: `The ${part === "html" ? "HTML" : "text"} part is larger than Postmark takes`,
        evidence: `${bytes} octets, and ${maxBodyBytes} at most`,
        advice: "Attach what is long, or link to it",
        part,
        same: part,
      });
    }
    if (subject.length <= maxSubjectLength) return;
    report({
      message: "The subject is longer than Postmark takes",
      evidence: `${subject.length} characters, and ${maxSubjectLength} at most`,
      advice: "Shorten it",
      part: "subject",
      same: "",
    });
  },
};
