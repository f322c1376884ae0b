/** What a webhook says has happened, in our words. */
export type WebhookEventType =
  | "delivered"
  | "bounced"
  | "deferred"
  | "complained"
  | "opened"
  | "clicked"
  | "subscribed"
  | "unsubscribed"
  | "rejected"
  | "autoresponded"
  | "failed"
  | "unknown";

/** One thing that happened to one recipient. Plain data, but for its date. */
export interface WebhookEvent {
  readonly type: WebhookEventType;
  /** Postmark's `RecordType`, such as "Bounce"; "Inbound" for mail that came in, "" where none is to be seen. */
  readonly recordType: string;
  /** The address alone, as Postmark wrote it; `undefined` where there is none to read. */
  readonly recipient: string | undefined;
  /** Postmark's id of the message, a UUID; `undefined` where a person changed a suppression by hand. */
  readonly messageId: string | undefined;
  /** The sender's own id of the message, from its metadata: what stands before the `@` of its Message-ID. */
  readonly correlationId: string | undefined;
  /** Message stream, such as "outbound"; Postmark's default where the payload names none. */
  readonly stream: string;
  readonly tag: string | undefined;
  /** As Postmark wrote it. Its keys may have changed their case on the way: read them by `metadataValue`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** When it happened; Postmark's digits below a millisecond are in `raw`. `undefined` where no date is to be read. */
  readonly at: Date | undefined;
  /** Whether it came from the test button of Postmark's pages, and never happened. */
  readonly test: boolean;
  /** What the receiving server or Postmark says of it, where it says something. */
  readonly details: string | undefined;
  /** Of bounces, complaints and SMTP API errors. */
  readonly bounce: BounceFacts | undefined;
  /** Of a click: the link as it was written in the message. */
  readonly link: string | undefined;
  /** Of an open: whether it was the first of this recipient. */
  readonly firstOpen: boolean | undefined;
  /** Of a changed subscription. */
  readonly subscription: SubscriptionFacts | undefined;
  /** Why the type is `unknown`; `undefined` where it is not. */
  readonly problem: string | undefined;
  /** The payload as it came. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What Postmark says of a bounce. @see https://postmarkapp.com/developer/webhooks/bounce-webhook */
export interface BounceFacts {
  /** To ask for the dump, or to activate the address again, by Postmark's API. */
  readonly id: number | undefined;
  /** Postmark's name for it, such as "HardBounce". */
  readonly type: string;
  /** Whether Postmark sends no more to the address. */
  readonly inactive: boolean;
  /** Whether the address may be activated again. */
  readonly canActivate: boolean;
  readonly subject: string | undefined;
}

/** What Postmark says of a changed subscription. @see https://postmarkapp.com/developer/webhooks/subscription-change-webhook */
export interface SubscriptionFacts {
  /** Whether Postmark sends no more to the address in this stream. */
  readonly suppressed: boolean;
  /** "HardBounce", "SpamComplaint" or "ManualSuppression"; `undefined` where it was lifted. */
  readonly reason: string | undefined;
  /** Who did it: "Recipient", "Customer" or "Admin". */
  readonly origin: string | undefined;
}
