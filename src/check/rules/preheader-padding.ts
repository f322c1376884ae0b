import type { Rule } from "../rule.ts";
import { hiddenPreheader } from "./shared/hidden-preheader.ts";

/** What it takes to keep the body away is a fifth of this. */
const most = 1_500;

/** The padding of the preheader is short. */
export const preheaderPadding: Rule = {
  name: "preheader-padding",
  subject: "inbox line",
  severity: "info",
  summary: "The preheader and its padding are 1.5 kB at most.",
  reason:
    "Padding of two thousand invisible characters is weight, and counts towards the size at which Gmail clips.",
  source:
    "https://www.litmus.com/blog/the-little-known-preview-text-hack-you-may-want-to-use-in-every-email",
  check(email, report) {
    const found = hiddenPreheader(email);
    if (!found || found.sizeBytes <= most) return;
    report({
      message: "The padding of the preheader is long",
      evidence: `${found.sizeBytes} octets`,
      advice: "Render it with letterpress, which shortens it, or take a third of it",
      part: "preheader",
      element: found.element,
      same: "",
    });
  },
};
