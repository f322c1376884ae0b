/** One mailbox: RFC 5322 §3.4 `name-addr`. */
export interface Address {
  /** Display name in plain Unicode, without quotes. */
  readonly name?: string | undefined;
  /** RFC 5321 `local@domain`; an internationalised domain is already in its ASCII form. */
  readonly address: string;
}

/** How callers may write one address: `ada@example.com`, `Ada <ada@example.com>` or an object. */
export type AddressInput = string | Address;

/** One address or several. A string is one address: a list in one string is refused. */
export type AddressListInput = AddressInput | readonly AddressInput[];

/** Which links Postmark rewrites to count clicks. @see https://postmarkapp.com/llms.txt */
export type TrackLinks = "None" | "HtmlAndText" | "HtmlOnly" | "TextOnly";

/** Open and link tracking; what is left out follows the Postmark server's own setting. */
export interface Tracking {
  readonly opens?: boolean | undefined;
  readonly links?: TrackLinks | undefined;
}

/** A file that travels with the message. */
export interface AttachmentInput {
  /** Name the reader sees, without a path. */
  readonly filename: string;
  /** The bytes, or text that is sent as UTF-8. */
  readonly content: Uint8Array | string;
  /** MIME type. @default guessed from the file name, else `application/octet-stream` */
  readonly contentType?: string | undefined;
  /**
   * Content id without angle brackets. Makes the attachment an inline image that the HTML shows
   * with `<img src="cid:…">` (RFC 2392).
   */
  readonly contentId?: string | undefined;
}

/** An attachment after validation: content is bytes, type is known. */
export interface Attachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly contentId?: string | undefined;
}

/** Extra headers by name. `undefined` leaves one out. */
export type HeadersInput = Readonly<Record<string, string | undefined>>;

/** What callers may say about a message beside its content. */
export interface EnvelopeInput {
  readonly from?: AddressInput | undefined;
  readonly to: AddressListInput;
  readonly cc?: AddressListInput | undefined;
  readonly bcc?: AddressListInput | undefined;
  readonly replyTo?: AddressListInput | undefined;
  readonly attachments?: readonly AttachmentInput[] | undefined;
  readonly headers?: HeadersInput | undefined;
  /** Postmark message stream id, such as `outbound` or `broadcast`. */
  readonly stream?: string | undefined;
  /** Postmark tag. Recipients can see it: no personal data. */
  readonly tag?: string | undefined;
  /** Postmark metadata; stripped before delivery, comes back in webhooks. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly tracking?: Tracking | undefined;
  /** RFC 5322 Message-ID, with or without angle brackets. @default a new one under the sender's domain */
  readonly messageId?: string | undefined;
}

/** Input of {@link createMessage}: the envelope and the finished parts. */
export interface MessageInput extends EnvelopeInput {
  readonly from: AddressInput;
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

/** A message that has been checked whole: what a transport delivers. Plain data, frozen. */
export interface Message {
  /** With angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly attachments: readonly Attachment[];
  /** Extra headers, in order, Postmark's own not among them. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly stream: string | undefined;
  readonly tag: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tracking: Tracking;
}
