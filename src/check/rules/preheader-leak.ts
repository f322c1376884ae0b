import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { hiddenPreheader } from "./shared/hidden-preheader.ts";

/** What an inbox shows of a preheader at most. */
const room = 100;

/** The body does not run into the inbox line. */
export const preheaderLeak: Rule = {
  name: "preheader-leak",
  subject: "inbox line",
  severity: "warning",
  summary: "A short preheader is padded, so that the body does not follow it in the inbox.",
  reason:
    "“Your code is valid for ten minutes. Foolscap Sign in Home Help” is what the inbox shows.",
  source:
    "https://www.litmus.com/blog/the-little-known-preview-text-hack-you-may-want-to-use-in-every-email",
  check(email, report) {
    const found = hiddenPreheader(email);
    if (!found || found.text.length >= room) return;
    const line = email.preheader.replace(/\s+/g, " ");
    const rest = line.startsWith(found.text) ? line.slice(found.text.length).trim() : "";
    if (rest === "") return;
    report({
      message: "The body follows the preheader in the inbox",
      evidence: `${quote(found.text, 40)} and then ${quote(rest, 40)}`,
      advice: "Put the preheader into <Preview>, which pads it",
      part: "preheader",
      element: found.element,
      same: "",
    });
  },
};
