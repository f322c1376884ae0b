import type { BounceType } from "../postmark/bounce-types.ts";

/** Type of a bounce, as webhooks and the API carry it. A complaint is listed among the bounces. */
export type BounceKindName = BounceType | "SpamComplaint";

/** What Postmark says of each type of bounce. */
export interface BounceKind {
  readonly code: number;
  readonly name: string;
  readonly description: string;
  /** What the other server is supposed to have said. Made up, in the form such replies have. */
  readonly details: string;
  /** Whether one may reactivate the address. */
  readonly canActivate: boolean;
}

const kind = (
  code: number,
  name: string,
  description: string,
  details: string,
  { canActivate = true } = {},
): BounceKind => ({ code, name, description, details, canActivate });

/**
 * Types of bounce by name, with their codes as Postmark's own client has them.
 *
 * @see https://postmarkapp.com/developer/api/bounce-api#bounce-types
 */
export const bounceKinds: Readonly<Record<BounceKindName, BounceKind>> = {
  HardBounce: kind(
    ...([1, "Hard bounce"] as const),
    "The server was unable to deliver your message (ex: unknown user, mailbox not found).",
    "smtp;550 5.1.1 The email account that you tried to reach does not exist",
  ),
  Transient: kind(
    ...([2, "Message delayed"] as const),
    "The server could not temporarily deliver your message (ex: Message is delayed due to network troubles).",
    "smtp;450 4.4.1 Connection timed out",
  ),
  Unsubscribe: kind(
    ...([16, "Unsubscribe request"] as const),
    "Unsubscribe or Remove request.",
    "A reply asked to be removed",
  ),
  Subscribe: kind(
    ...([32, "Subscribe request"] as const),
    "Subscribe request from someone wanting to get added to the mailing list.",
    "A reply asked to be added",
  ),
  AutoResponder: kind(
    ...([64, "Auto responder"] as const),
    'Automatic email responder (ex: "Out of Office" or "On Vacation").',
    "Automatic reply: I am out of the office",
  ),
  AddressChange: kind(
    ...([128, "Address change"] as const),
    "The recipient has requested an address change.",
    "Automatic reply: my address has changed",
  ),
  DnsError: kind(
    ...([256, "DNS error"] as const),
    "A temporary DNS error.",
    "smtp;451 4.4.4 The domain's name server does not answer",
  ),
  SpamNotification: kind(
    ...([512, "Spam notification"] as const),
    "The message was delivered, but was either blocked by the user, or classified as spam, bulk mail, or had rejected content.",
    "smtp;550 5.7.1 Message rejected as spam",
  ),
  OpenRelayTest: kind(
    ...([1024, "Open relay test"] as const),
    "The NDR is actually a test email message to see if the mail server is an open relay.",
    "smtp;550 5.7.1 Relaying denied",
  ),
  Unknown: kind(
    ...([2048, "Unknown"] as const),
    "Unable to classify the NDR.",
    "The report could not be classified",
  ),
  SoftBounce: kind(
    ...([4096, "Soft bounce"] as const),
    "Unable to temporarily deliver message (i.e. mailbox full, account disabled, exceeds quota, out of disk space).",
    "smtp;452 4.2.2 The mailbox is full",
  ),
  VirusNotification: kind(
    ...([8192, "Virus notification"] as const),
    "The bounce is actually a virus notification warning about a virus/code infected message.",
    "smtp;554 5.7.1 The message holds a virus",
  ),
  ChallengeVerification: kind(
    ...([16384, "Spam challenge verification"] as const),
    "The bounce is a challenge asking for verification you actually sent the email.",
    "Please confirm that you sent this message",
  ),
  BadEmailAddress: kind(
    ...([100000, "Invalid email address"] as const),
    "The address is not a valid email address.",
    "smtp;553 5.1.3 The address is not valid",
  ),
  SpamComplaint: kind(
    ...([100001, "Spam complaint"] as const),
    "The subscriber explicitly marked this message as spam.",
    "The recipient marked the message as spam",
    { canActivate: false },
  ),
  ManuallyDeactivated: kind(
    ...([100002, "Manually deactivated"] as const),
    "The email was manually deactivated.",
    "The address was deactivated by hand",
  ),
  Unconfirmed: kind(
    ...([100003, "Registration not confirmed"] as const),
    "The subscriber has not clicked on the confirmation link upon registration or import.",
    "The registration was not confirmed",
  ),
  Blocked: kind(
    ...([100006, "ISP block"] as const),
    "Blocked from this ISP due to content or blacklisting.",
    "smtp;554 5.7.1 Blocked by policy",
  ),
  SMTPApiError: kind(
    ...([100007, "SMTP API error"] as const),
    "An error occurred while accepting an email through the SMTP API.",
    "The message was not accepted",
    { canActivate: false },
  ),
  InboundError: kind(
    ...([100008, "Processing failed"] as const),
    "Unable to deliver inbound message to destination inbound hook.",
    "The inbound hook did not take the message",
    { canActivate: false },
  ),
  DMARCPolicy: kind(
    ...([100009, "DMARC policy"] as const),
    "Email rejected due DMARC Policy.",
    "smtp;550 5.7.1 Unauthenticated email is not accepted due to the domain's DMARC policy",
  ),
  TemplateRenderingFailed: kind(
    ...([100010, "Template rendering failed"] as const),
    "An error occurred while attempting to render your template.",
    "The template could not be rendered",
    { canActivate: false },
  ),
};
