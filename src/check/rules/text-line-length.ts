import { maxLineLength } from "../../message/limits.ts";
import type { Rule } from "../rule.ts";

/** Lines of the text arrive as they are. */
export const textLineLength: Rule = {
  name: "text-line-length",
  subject: "text part",
  severity: "info",
  isOff: true,
  summary: "No line of the text part has more than 998 octets.",
  reason: "A server on the way may break it. Off by default: our transport encodes such lines.",
  source: "https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1",
  check({ text = "" }, report) {
    const long = text.split("\n").find((line) => Buffer.byteLength(line) > maxLineLength);
    if (long === undefined) return;
    report({
      message: "A line of the text part is longer than servers must take",
      evidence: `${Buffer.byteLength(long)} octets: ${long.slice(0, 60)}…`,
      advice: "Wrap the text",
      part: "text",
      same: "",
    });
  },
};
