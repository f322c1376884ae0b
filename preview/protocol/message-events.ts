/** Something that happened to a message, or that a recipient did with it. */
export interface MessageEvent {
  readonly kind: "delivery" | "bounce" | "open" | "click" | "subscription";
  /** ms since the epoch. */
  readonly at: number;
  readonly recipient: string;
  /** What it was, in short: `Hard bounce`, `Unsubscribed`. */
  readonly label: string;
  /** More of it: a server's reply, a link; empty when there is nothing to say. */
  readonly details: string;
  /** Whether it went wrong. */
  readonly isBad: boolean;
}

/** One try to tell an app of an event. */
export interface WebhookAttempt {
  /** ms since the epoch. */
  readonly at: number;
  readonly tookMs: number;
  /** Null when no one answered. */
  readonly status: number | null;
  /** The first of what was answered. */
  readonly body: string;
  /** Why there was no answer. */
  readonly error: string | null;
}

/** An event on its way to a webhook. */
export interface WebhookCall {
  readonly id: number;
  /** Postmark's word: `Delivery`, `SpamComplaint`. */
  readonly trigger: string;
  readonly url: string;
  readonly recipient: string;
  readonly traceId: string;
  readonly state: "waiting" | "sending" | "delivered" | "lost" | "failed" | "dropped";
  readonly attempts: readonly WebhookAttempt[];
  /** When it is tried again, ms since the epoch. */
  readonly dueAt: number | null;
}

/** What happened to a message, and who was told of it. */
export interface MessageEvents {
  /** Oldest first. */
  readonly events: readonly MessageEvent[];
  /** Newest first. */
  readonly calls: readonly WebhookCall[];
  /** Addresses of the webhooks that there are. */
  readonly webhooks: readonly string[];
  /** Recipients that the message's stream sends no more to. */
  readonly suppressed: readonly string[];
}

/** What one can do with a message as its recipient would. */
export type MessageAction = "open" | "click" | "bounce" | "complain" | "unsubscribe" | "reactivate";

/** Body of what does it. */
export interface MessageActionRequest {
  readonly action: MessageAction;
  readonly recipient: string;
}

/** What is sent to a webhook, as indented JSON. */
export interface WebhookPayload {
  readonly text: string;
}
