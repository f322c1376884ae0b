/** What a webhook is told of, in Postmark's words. */
export type WebhookTrigger =
  | "Delivery"
  | "Bounce"
  | "SpamComplaint"
  | "Open"
  | "Click"
  | "SubscriptionChange";

/** Every trigger there is. */
export const webhookTriggers: readonly WebhookTrigger[] = [
  "Delivery",
  "Bounce",
  "SpamComplaint",
  "Open",
  "Click",
  "SubscriptionChange",
];

/** An address that is told what happens to the mail, as Postmark tells it. */
export interface InboxWebhook {
  /** `http:` or `https:`; a user name and password in it are sent as basic auth. */
  readonly url: string;
  /** Stream whose events are told. @default all of them */
  readonly stream?: string | undefined;
  /** What it is told of. @default everything */
  readonly triggers?: readonly WebhookTrigger[] | undefined;
  /** Basic auth. @default that of the address */
  readonly auth?: { readonly username: string; readonly password: string } | undefined;
  /** Sent along, such as a shared secret. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether only a recipient's first open is told. @default false */
  readonly firstOpenOnly?: boolean | undefined;
  /** Whether a bounce or complaint carries the source of the message. @default false */
  readonly includeContent?: boolean | undefined;
}

/** A webhook that there is. */
export interface WebhookEntry extends Required<Omit<InboxWebhook, "stream" | "auth">> {
  readonly id: number;
  /** `undefined`: all of them. */
  readonly stream: string | undefined;
  readonly auth: InboxWebhook["auth"];
  /** One that is not gets no events. */
  readonly isVerified: boolean;
}
