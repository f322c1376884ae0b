import { isPrintableAscii } from "../../message/characters.ts";
import { bounceTestingDomain, toBounceType } from "../postmark/bounce-types.ts";
import type { Rule } from "./rule.ts";

const senderMissing: Rule = ({ message }) =>
  message.from || message.parseError
    ? undefined
    : {
        code: "sender-missing",
        effect: "refused",
        message: "There is no address in From; Postmark needs one whose domain it has verified",
      };

const senderUnverified: Rule = ({ message, verifiedSenders }) => {
  const address = message.from?.address.toLowerCase();
  if (!address || !verifiedSenders) return undefined;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  if (verifiedSenders.includes(address) || verifiedSenders.includes(domain)) return undefined;
  return {
    code: "sender-unverified",
    effect: "refused",
    message: `From is at ${domain}, which is not among the verified senders; confirm the address or verify the domain in Postmark`,
  };
};

const recipientNotAscii: Rule = ({ envelope }) =>
  envelope.to.every(isPrintableAscii)
    ? undefined
    : {
        code: "recipient-not-ascii",
        effect: "refused",
        message:
          "A recipient's address holds characters that are not ASCII before the @; Postmark delivers to no such mailbox",
      };

const recipientSuppressed: Rule = ({ suppressed }) =>
  suppressed.map(({ stream, reason }) => ({
    code: "recipient-suppressed",
    effect: "refused",
    message: `A recipient is inactive in the stream ${stream} (${reason}); Postmark accepts the mail and sends nothing to them: reactivate the address`,
  }));

const bounceTypeIgnored: Rule = ({ instructions: { bounceType }, envelope }) => {
  if (bounceType === undefined) return undefined;
  const isForTesting = envelope.to.some((address) =>
    address.toLowerCase().endsWith(`@${bounceTestingDomain}`),
  );
  if (isForTesting && toBounceType(bounceType)) return undefined;
  return {
    code: "bounce-type-ignored",
    effect: "ignored",
    message: isForTesting
      ? "X-PM-Bounce-Type names none of Postmark's bounce types; the message bounces as a HardBounce"
      : `X-PM-Bounce-Type works for addresses at ${bounceTestingDomain} only; leave it out`,
  };
};

/** Who it is from and for. */
export const recipientRules: readonly Rule[] = [
  senderMissing,
  senderUnverified,
  recipientNotAscii,
  recipientSuppressed,
  bounceTypeIgnored,
];
