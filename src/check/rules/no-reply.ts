import type { Rule } from "../rule.ts";
import { senderOf } from "./shared/sender.ts";

/** Who writes back is heard. */
export const noReply: Rule = {
  name: "no-reply",
  subject: "inbox line",
  severity: "warning",
  summary: "The mail does not come from `noreply@` without an address to answer to.",
  reason:
    "Readers answer with questions, and no one gets them; those who cannot answer report spam.",
  source: "https://postmarkapp.com/guides/transactional-email-best-practices",
  check({ message, from }, report) {
    const sender = senderOf(message?.from ?? from);
    const isNoReply = /^(?:no|do)[-_.]?(?:not[-_.]?)?reply/i;
    if (!sender || !isNoReply.test(sender.address)) return;
    const answers = [message?.replyTo ?? []].flat();
    if (answers.some((one) => !isNoReply.test(senderOf(one)?.address ?? ""))) return;
    report({
      message: "No one can answer this mail",
      evidence: sender.address,
      advice: "Send from an address that someone reads, or name one in replyTo",
      part: "message",
      literals: [sender.address],
      same: "",
    });
  },
};
