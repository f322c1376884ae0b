import type { Rule } from "../rule.ts";
import { senderOf } from "./shared/sender.ts";

/** The sender has a name. */
export const fromName: Rule = {
  name: "from-name",
  subject: "inbox line",
  severity: "error",
  summary: "From has a name beside its address.",
  reason:
    "The inbox shows the address where a name belongs; filters count it against the mail (SpamAssassin: FROM_BLANK_NAME, 2.1 points).",
  source: "https://spamassassin.apache.org/tests_3_3_x.html",
  check({ message, from }, report) {
    const sender = senderOf(message?.from ?? from);
    if (!sender || (sender.name ?? "").trim() !== "") return;
    report({
      message: "The sender has no name",
      evidence: sender.address,
      advice: `Write “Shop <${sender.address}>”`,
      part: "message",
      literals: [sender.address, "from:"],
      same: "",
    });
  },
};
