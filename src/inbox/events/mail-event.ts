import type { SuppressionOrigin, SuppressionReason } from "../postmark/suppressions.ts";
import type { BounceKindName } from "./bounce-kinds.ts";

/** What every event says. */
export interface EventFacts {
  /** Postmark's id of the message; `undefined` when no message is behind it. */
  readonly messageId: string | undefined;
  readonly stream: string;
  readonly recipient: string;
  readonly tag: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** The other server took the message. */
export interface DeliveryEvent extends EventFacts {
  readonly kind: "delivery";
  readonly details: string;
}

/** A bounce, a complaint, or a message that was refused after its 250 (`SMTPApiError`). */
export interface BounceEvent extends EventFacts {
  readonly kind: "bounce";
  /** Number of the bounce, as the API knows it. */
  readonly id: number;
  readonly type: BounceKindName;
  readonly description: string;
  readonly details: string;
  readonly from: string;
  readonly subject: string;
  /** Whether the address was suppressed by it. */
  readonly inactive: boolean;
}

/** Somebody opened the message. */
export interface OpenEvent extends EventFacts {
  readonly kind: "open";
  /** Whether it is this recipient's first. */
  readonly isFirst: boolean;
  readonly userAgent: string;
}

/** Somebody followed a link. */
export interface ClickEvent extends EventFacts {
  readonly kind: "click";
  /** Whether it is this recipient's first of this link. */
  readonly isFirst: boolean;
  readonly link: string;
  readonly location: "HTML" | "Text";
  readonly userAgent: string;
}

/** A stream sends no more to an address, or does again. */
export interface SubscriptionEvent extends EventFacts {
  readonly kind: "subscription";
  readonly isSuppressed: boolean;
  /** `undefined` when the address is reactivated. */
  readonly reason: SuppressionReason | undefined;
  readonly origin: SuppressionOrigin;
}

/** Something that Postmark would tell of a message or an address. */
export type MailEvent = DeliveryEvent | BounceEvent | OpenEvent | ClickEvent | SubscriptionEvent;
