import {
  type BounceType,
  blackholeAddress,
  bounceTestingDomain,
  toBounceType,
} from "./bounce-types.ts";
import type { Suppressions } from "./suppressions.ts";

/**
 * What became of a message for one recipient.
 *
 * `delivered`; `bounced`, as asked of Postmark's test domain; `suppressed`, because the address is
 * inactive in the stream; `discarded`, by Postmark's black hole; `rejected`, because the message
 * breaks a rule (strict mode only): Postmark reports the last three as SMTP API errors or not at all.
 */
export type RecipientOutcome = "delivered" | "bounced" | "suppressed" | "discarded" | "rejected";

/** A recipient of the envelope, and what became of the message for it. */
export interface InboxRecipient {
  readonly address: string;
  readonly outcome: RecipientOutcome;
  readonly bounceType: BounceType | undefined;
}

/** What {@link settleRecipients} looks at. */
export interface SettleFacts {
  readonly to: readonly string[];
  readonly stream: string;
  /** Value of `X-PM-Bounce-Type`. */
  readonly bounceType: string | undefined;
  /** Whether the message is refused as a whole. */
  readonly isRejected: boolean;
  /** Addresses that bounce because the options say so. */
  readonly bounceRules?: readonly BounceRule[] | undefined;
}

/** Mail to these addresses bounces. */
export interface BounceRule {
  /** A recipient: the whole address, in any case, or a pattern. */
  readonly to: string | RegExp;
  /** @default "HardBounce" */
  readonly type?: BounceType | undefined;
}

/**
 * Settles what becomes of a message for each recipient. A hard bounce makes the address inactive in
 * the stream, so that the next message to it is suppressed.
 *
 * @see https://postmarkapp.com/support/article/1239
 */
export function settleRecipients(
  facts: SettleFacts,
  suppressions: Suppressions,
): readonly InboxRecipient[] {
  return facts.to.map((address) => {
    const recipient = settle(address, facts, suppressions);
    if (recipient.bounceType === "HardBounce") {
      suppressions.add(address, { stream: facts.stream, reason: "HardBounce" });
    }
    return recipient;
  });
}

function settle(address: string, facts: SettleFacts, suppressions: Suppressions): InboxRecipient {
  const lower = address.toLowerCase();
  const plain = (outcome: RecipientOutcome) => ({ address, outcome, bounceType: undefined });
  if (facts.isRejected) return plain("rejected");
  if (suppressions.find(facts.stream, address)) return plain("suppressed");
  if (lower === blackholeAddress) return plain("discarded");
  const rule = facts.bounceRules?.find(({ to }) => isLike(lower, to));
  if (rule) return { address, outcome: "bounced", bounceType: rule.type ?? "HardBounce" };
  if (!lower.endsWith(`@${bounceTestingDomain}`)) return plain("delivered");
  // Without the header the local part names the type; what names none is a hard bounce.
  const named = toBounceType(facts.bounceType) ?? toBounceType(lower.split("@")[0]);
  return { address, outcome: "bounced", bounceType: named ?? "HardBounce" };
}

// search() and not test(): a pattern with the flag g keeps its place between tests.
function isLike(address: string, like: string | RegExp): boolean {
  return typeof like === "string" ? address === like.toLowerCase() : address.search(like) >= 0;
}
