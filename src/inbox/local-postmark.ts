import type {
  ActionOptions,
  BounceOptions,
  ClickOptions,
  OpenOptions,
} from "./events/action-options.ts";
import type {
  BounceEvent,
  ClickEvent,
  MailEvent,
  OpenEvent,
  SubscriptionEvent,
} from "./events/mail-event.ts";
import type { DeliveredBodies } from "./tracking/delivered-bodies.ts";
import type { InboxWebhooks } from "./webhooks/inbox-webhooks.ts";

/**
 * What Postmark is beside its SMTP server: its HTTP API, and what recipients do with the mail. Each
 * thing that happens is told by webhook.
 */
export interface LocalPostmark {
  /** What happened to a message, oldest first; nothing for one that is not here. */
  events(id: string): readonly MailEvent[];
  /**
   * Opens a message, as a recipient would.
   *
   * @throws {RangeError} when it is not here, or did not go to the recipient
   */
  open(id: string, options?: OpenOptions): OpenEvent;
  /** Follows a link. @throws {RangeError} as {@link open}, and when the message has no link */
  click(id: string, options?: ClickOptions): ClickEvent;
  /** Sends a message back; a hard bounce suppresses the address. @throws {RangeError} as {@link open} */
  bounce(id: string, options?: BounceOptions): BounceEvent;
  /** Marks a message as spam, which suppresses the address for good. @throws {RangeError} as {@link open} */
  complain(id: string, options?: ActionOptions): BounceEvent;
  /** Leaves the message's stream. @throws {RangeError} as {@link open} */
  unsubscribe(id: string, options?: ActionOptions): SubscriptionEvent;
  /**
   * The parts of a message as a recipient gets them: with the picture that tells an open and links that
   * tell a click, where the message or the server asks for tracking, and an address that unsubscribes
   * for its placeholder. They work where the API is served.
   *
   * @param options `baseUrl` is `postmarkUrl` of `serveInboxApi`; `recipient` the first by default
   * @throws {RangeError} as {@link open}
   */
  delivered(
    id: string,
    options: { readonly baseUrl: string; readonly recipient?: string | undefined },
  ): DeliveredBodies;
  /** The addresses that are told of all this. */
  readonly webhooks: InboxWebhooks;
  /**
   * Answers a request to Postmark's HTTP API.
   *
   * @param path from the API's root, such as `/email`, not decoded
   * @returns `undefined` when the path is none of the API's
   */
  answer(path: string, request: Request): Promise<Response | undefined>;
}
