import type { MailEvent } from "../events/mail-event.ts";
import type { WebhookTrigger } from "./webhook-options.ts";

/**
 * Where an event stands on its way to a webhook. `waiting`: to be sent, or sent again at `dueAt`.
 * `sending`: under way. `delivered`: answered with 2xx. `lost`: answered so that Postmark does not try
 * again. `failed`: tried as often as Postmark does. `dropped`: too many were waiting.
 */
export type WebhookCallState = "waiting" | "sending" | "delivered" | "lost" | "failed" | "dropped";

/** One try. */
export interface WebhookAttempt {
  readonly at: Date;
  readonly tookMs: number;
  /** `undefined` when no one answered. */
  readonly status: number | undefined;
  /** The first of what was answered. */
  readonly body: string;
  /** Why there was no answer. */
  readonly error: string | undefined;
}

/** One event, for one webhook. */
export interface WebhookCall {
  /** Unique in this inbox. */
  readonly id: number;
  readonly webhookId: number;
  readonly url: string;
  readonly trigger: WebhookTrigger;
  /** `undefined` for what no message is behind, a test too. */
  readonly messageId: string | undefined;
  readonly recipient: string;
  /** Value of `X-PM-Webhook-Trace-Id`, the same in every try. */
  readonly traceId: string;
  readonly state: WebhookCallState;
  readonly attempts: readonly WebhookAttempt[];
  /** When it is tried again. */
  readonly dueAt: Date | undefined;
}

/** A call with what it is made of. */
export interface OpenCall extends WebhookCall {
  state: WebhookCallState;
  readonly attempts: WebhookAttempt[];
  dueAt: Date | undefined;
  /** The same for every webhook that is told of the event. */
  readonly eventId: string;
  /** `undefined` for a test. */
  readonly event: MailEvent | undefined;
}
