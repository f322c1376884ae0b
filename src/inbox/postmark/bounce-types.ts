/**
 * Types of bounce that a test can ask for.
 *
 * @see https://postmarkapp.com/developer/api/bounce-api#bounce-types
 */
const bounceTypes = [
  "HardBounce",
  "Transient",
  "Unsubscribe",
  "Subscribe",
  "AutoResponder",
  "AddressChange",
  "DnsError",
  "SpamNotification",
  "OpenRelayTest",
  "Unknown",
  "SoftBounce",
  "VirusNotification",
  "ChallengeVerification",
  "BadEmailAddress",
  "ManuallyDeactivated",
  "Unconfirmed",
  "Blocked",
  "SMTPApiError",
  "InboundError",
  "DMARCPolicy",
  "TemplateRenderingFailed",
] as const;

/** Name of a bounce type, as webhooks carry it. */
export type BounceType = (typeof bounceTypes)[number];

/** Domain whose every address bounces, without harm to anyone's reputation. */
export const bounceTestingDomain = "bounce-testing.postmarkapp.com";

/** Address that swallows mail. */
export const blackholeAddress = "test@blackhole.postmarkapp.com";

/** The bounce type of this name, in any case. */
export function toBounceType(name: string | undefined): BounceType | undefined {
  return bounceTypes.find((type) => type.toLowerCase() === name?.toLowerCase());
}
