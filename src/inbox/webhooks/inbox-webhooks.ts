import type { WebhookCall } from "./webhook-call.ts";
import type { InboxWebhook, WebhookEntry, WebhookTrigger } from "./webhook-options.ts";

/** What a webhook said to the probe of one trigger. */
export interface ProbeResult {
  readonly trigger: WebhookTrigger;
  /** Whether it was answered with 200, as Postmark asks. */
  readonly isRight: boolean;
  readonly status: number | undefined;
  readonly error: string | undefined;
}

/** The addresses that are told what happens to the mail. */
export interface InboxWebhooks {
  /** In the order they were added. */
  list(): readonly WebhookEntry[];
  get(id: number): WebhookEntry | undefined;
  /** Adds an address. It is not probed: see `verify`. @throws {TypeError} when something is wrong with it */
  add(webhook: InboxWebhook): WebhookEntry;
  /** Changes what is said of a webhook. @returns `undefined` when it is not there */
  update(id: number, change: Partial<InboxWebhook>): WebhookEntry | undefined;
  /** @returns whether it was there */
  delete(id: number): boolean;
  /**
   * Probes each of a webhook's triggers with a test payload. Only one that answers 200 to all of them
   * gets events from then on.
   */
  verify(id: number): Promise<readonly ProbeResult[]>;
  /** Sends a webhook no more events, until it is verified. */
  suspend(id: number): void;
  /** Sends what the test button of Postmark's dashboard sends. @throws {RangeError} when there is no such webhook */
  sendTest(id: number, trigger: WebhookTrigger): WebhookCall;
  /** The last calls, newest first; of one message, or of all. */
  calls(messageId?: string): readonly WebhookCall[];
  /** The payload of a call, as it is sent; `undefined` when the call is forgotten. */
  payload(callId: number): object | undefined;
  /**
   * Sends a call again, with a trace id of its own; or as the duplicate that Postmark may send.
   *
   * @throws {RangeError} when the call is forgotten, or its webhook was deleted
   */
  resend(callId: number, options?: { readonly isDuplicate?: boolean | undefined }): WebhookCall;
  /** Told whenever a call has changed. @returns a function that ends it */
  subscribe(listener: (call: WebhookCall) => void): () => void;
}
