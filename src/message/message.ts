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

/** How urgent mail programs show the message; `normal` adds no header. */
export type Priority = "high" | "normal" | "low";

/**
 * How a reader leaves the list, shown by mail programs beside the message (RFC 2369, RFC 8058).
 *
 * Only for streams that manage their own unsubscribes: where Postmark manages them it writes these
 * headers itself and they cannot be changed.
 *
 * @see https://postmarkapp.com/support/article/managing-your-own-unsubscribe-process
 */
export interface UnsubscribeInput {
  /** An https address that unsubscribes the recipient. */
  readonly url?: string | undefined;
  /** A mailbox, with or without `mailto:`; a query such as `?subject=leave` may follow. */
  readonly mailto?: string | undefined;
  /**
   * Whether `url` answers to a POST without a person looking at it (RFC 8058 §3.1).
   * @default true when `url` is given
   */
  readonly oneClick?: boolean | undefined;
}

/** {@link UnsubscribeInput} after validation. At least one of `url` and `mailto` is there. */
export interface Unsubscribe {
  readonly url: string | undefined;
  /** With `mailto:`. */
  readonly mailto: string | undefined;
  readonly oneClick: boolean;
}

/** What a calendar part asks of its reader. @see RFC 5546 §1.4 */
export type CalendarMethod =
  | "PUBLISH"
  | "REQUEST"
  | "REPLY"
  | "ADD"
  | "CANCEL"
  | "REFRESH"
  | "COUNTER"
  | "DECLINECOUNTER";

/**
 * A calendar invitation. It travels as a `text/calendar` alternative, which Gmail and Outlook show
 * as an invitation, and once more as an attached file for the programs that do not.
 */
export interface CalendarInput {
  /** The same as the METHOD property in `content`. */
  readonly method: CalendarMethod;
  /** The iCalendar object (RFC 5545), beginning with `BEGIN:VCALENDAR`. */
  readonly content: string;
  /** Name of the attached copy. @default "invite.ics" */
  readonly filename?: string | undefined;
}

/** {@link CalendarInput} after validation: lines end in CRLF. */
export interface Calendar {
  readonly method: CalendarMethod;
  readonly content: string;
  readonly filename: string;
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

/** Postmark metadata by key. `undefined` leaves one out. */
export type MetadataInput = Readonly<Record<string, string | undefined>>;

/** What may be said once for many messages: on the email, and on the sender. */
export interface MessageDefaults {
  readonly from?: AddressInput | undefined;
  readonly replyTo?: AddressListInput | undefined;
  readonly headers?: HeadersInput | undefined;
  /** Postmark message stream id, such as `outbound` or `broadcast`. */
  readonly stream?: string | undefined;
  /** Postmark tag. Recipients can see it: no personal data. */
  readonly tag?: string | undefined;
  /** Postmark metadata; stripped before delivery, comes back in webhooks. */
  readonly metadata?: MetadataInput | undefined;
  readonly tracking?: Tracking | undefined;
  /** Keep our Message-ID; Postmark replaces it otherwise (`X-PM-KeepID`). @default true */
  readonly keepMessageId?: boolean | undefined;
  readonly priority?: Priority | undefined;
  readonly unsubscribe?: UnsubscribeInput | undefined;
}

/** What callers may say about a message beside its content. */
export interface EnvelopeInput extends MessageDefaults {
  readonly to: AddressListInput;
  readonly cc?: AddressListInput | undefined;
  readonly bcc?: AddressListInput | undefined;
  readonly attachments?: readonly AttachmentInput[] | undefined;
  /** RFC 5322 Message-ID, with or without angle brackets. @default a new one under the sender's domain */
  readonly messageId?: string | undefined;
  readonly calendar?: CalendarInput | undefined;
}

/** Input of {@link createMessage}: the envelope and the finished parts. */
export interface MessageInput extends EnvelopeInput {
  readonly from: AddressInput;
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  /** How the lines of `text` are to be read: `flowed` ones end in a space where they go on (RFC 3676). */
  readonly textFormat?: "flowed" | undefined;
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
  /** `flowed` when the text part's type says `format=flowed` (RFC 3676). */
  readonly textFormat?: "flowed" | undefined;
  readonly attachments: readonly Attachment[];
  /** Extra headers, in order, Postmark's own not among them. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly stream: string | undefined;
  readonly tag: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tracking: Tracking;
  readonly keepMessageId: boolean;
  /** `undefined` for a normal one. */
  readonly priority: "high" | "low" | undefined;
  readonly unsubscribe: Unsubscribe | undefined;
  readonly calendar: Calendar | undefined;
}
