import type { WebhookEventType } from "../event.ts";
import type { SuppressionReason } from "../suppressions/suppression-store.ts";

/** What a type of bounce means. */
export interface BounceMeaning {
  readonly event: WebhookEventType;
  /** Why the address gets no more mail after it; `undefined` where it may. */
  readonly suppresses?: SuppressionReason | undefined;
}

/**
 * The types of bounce by Postmark's names. The names decide and not the codes, which lists in
 * circulation tell differently.
 *
 * @see https://postmarkapp.com/developer/api/bounce-api#bounce-types
 */
const byType: ReadonlyMap<string, BounceMeaning> = new Map<string, BounceMeaning>([
  ["HardBounce", { event: "bounced", suppresses: "hard-bounce" }],
  ["SoftBounce", { event: "bounced" }],
  ["VirusNotification", { event: "bounced" }],
  ["Transient", { event: "deferred" }],
  ["DnsError", { event: "deferred" }],
  ["OpenRelayTest", { event: "deferred" }],
  ["Unsubscribe", { event: "unsubscribed", suppresses: "unsubscribe" }],
  ["Subscribe", { event: "subscribed" }],
  ["AutoResponder", { event: "autoresponded" }],
  ["AddressChange", { event: "autoresponded" }],
  ["ChallengeVerification", { event: "autoresponded" }],
  // The receiving server took the message for spam; no reader complained, and Postmark goes on.
  ["SpamNotification", { event: "complained" }],
  ["SpamComplaint", { event: "complained", suppresses: "complaint" }],
  ["BadEmailAddress", { event: "rejected", suppresses: "hard-bounce" }],
  ["ManuallyDeactivated", { event: "rejected", suppresses: "manual" }],
  ["Unconfirmed", { event: "rejected" }],
  ["Blocked", { event: "rejected" }],
  ["DMARCPolicy", { event: "rejected" }],
  ["SMTPApiError", { event: "failed" }],
  ["InboundError", { event: "failed" }],
  ["TemplateRenderingFailed", { event: "failed" }],
  ["Unknown", { event: "unknown" }],
]);

/** For payloads without a name. */
const namesByCode: ReadonlyMap<number, string> = new Map([
  [1, "HardBounce"],
  [2, "Transient"],
  [16, "Unsubscribe"],
  [32, "Subscribe"],
  [64, "AutoResponder"],
  [128, "AddressChange"],
  [256, "DnsError"],
  [512, "SpamNotification"],
  [1024, "OpenRelayTest"],
  [2048, "Unknown"],
  [4096, "SoftBounce"],
  [8192, "VirusNotification"],
  [16384, "ChallengeVerification"],
  [100000, "BadEmailAddress"],
  [100001, "SpamComplaint"],
  [100002, "ManuallyDeactivated"],
  [100003, "Unconfirmed"],
  [100006, "Blocked"],
  [100007, "SMTPApiError"],
  [100008, "InboundError"],
  [100009, "DMARCPolicy"],
  [100010, "TemplateRenderingFailed"],
]);

/** What a type of bounce means, by its name; `undefined` of one that is not known. */
export function meaningOfBounce(type: string): BounceMeaning | undefined {
  return byType.get(type);
}

/** The name of a type of bounce, for a payload that has the code alone. */
export function bounceTypeOfCode(code: unknown): string | undefined {
  return typeof code === "number" ? namesByCode.get(code) : undefined;
}
