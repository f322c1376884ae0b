import type { Rule } from "../rule.ts";

const mailbox = /[\w.+-]+@[\w-]+\.[\w.-]+/;
const secret = /\b(?:eyJ[\w-]{10,}|[\da-f]{32,})\b/i;

/** No one else reads about the reader. */
export const personalTag: Rule = {
  name: "personal-tag",
  subject: "transactional sense",
  severity: "error",
  summary: "No address and no secret in the tag or the stream, and no secret in the metadata.",
  reason:
    "Recipients see the tag in the headers (X-PM-Tag, Feedback-ID), and it is in every report.",
  source: "https://postmarkapp.com/llms.txt",
  check({ message }, report) {
    const { tag, stream, metadata = {} } = message ?? {};
    for (const [name, value] of Object.entries({ tag, stream })) {
      const found = value && (mailbox.exec(value) ?? secret.exec(value))?.[0];
      if (!found) continue;
      report({
        message: `The ${name} holds what is the reader's own`,
        evidence: mailbox.test(found) ? "a mail address" : "what looks like a secret",
        advice: "Put it into metadata, which is not delivered",
        part: "message",
        literals: [`${name}:`],
        same: name,
      });
    }
    for (const [key, value] of Object.entries(metadata)) {
      if (!value || !secret.test(value) || /(?:^|_)(?:id|uuid|hash)$/i.test(key)) continue;
      report({
        message: `The metadata "${key}" holds what looks like a secret`,
        evidence: key,
        advice: "Send an id in its place",
        severity: "warning",
        part: "message",
        literals: [key],
        same: key,
      });
    }
  },
};
