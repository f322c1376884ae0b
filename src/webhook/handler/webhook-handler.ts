import type { Clock } from "../../clock.ts";
import type { WebhookEvent } from "../event.ts";
import type { WebhookStore } from "../store/webhook-store.ts";
import type { SuppressionStore } from "../suppressions/suppression-store.ts";
import type { WebhookProblem } from "./webhook-problem.ts";

/**
 * What Postmark proves itself by, as it was given to it: user and password in the address of the
 * webhook (`https://user:password@…`, basic authentication), or a header of one's own.
 *
 * @see https://postmarkapp.com/developer/webhooks/webhooks-overview
 */
export type WebhookCredential =
  | { readonly user: string; readonly password: string }
  | { readonly header: string; readonly value: string };

/** What is known of a delivery beside its events. */
export interface WebhookContext {
  /** The same for every repetition of the webhook; to tell them apart where the store cannot. */
  readonly id: string;
  readonly receivedAt: Date;
  /** How often Postmark will try again after this; `undefined` where it does not say. */
  readonly retriesRemaining: number | undefined;
}

/** Options of `createWebhookHandler`. */
export interface WebhookHandlerOptions {
  /** What is let in; with several, for a change of secrets, any of them. At least one. */
  readonly credentials: WebhookCredential | readonly WebhookCredential[];
  /**
   * Told of each event, once for all its repetitions; once more after it threw, or when the process
   * ended before it was done. What it throws is answered so that Postmark tries again. A test event
   * (`event.test`) comes too, and whatever becomes of it is answered with 200.
   */
  readonly onEvent: (event: WebhookEvent, context: WebhookContext) => unknown;
  /**
   * Where webhooks are written down before they are handled.
   *
   * @default in memory: repetitions are told apart while the process lives
   */
  readonly store?: WebhookStore | undefined;
  /** Hard bounces, complaints and unsubscribes are put there before `onEvent`, reactivations lifted. @default none */
  readonly suppressions?: SuppressionStore | undefined;
  /** Told of every request that is refused and of every failure. @default process warnings, of strangers' requests once */
  readonly onProblem?: ((problem: WebhookProblem) => void) | undefined;
  /**
   * Addresses or ranges (`203.0.113.0/24`) that requests may come from, beside the credentials.
   * Postmark lists its own and says that they change; with the right credentials a request from
   * elsewhere is answered with 503, so that it comes again when you have looked.
   *
   * @default all
   * @see https://postmarkapp.com/support/article/800-ips-for-firewalls
   */
  readonly addresses?: readonly string[] | undefined;
  /** The address a request came from, such as out of your proxy's header. @default what the adapter knows */
  readonly clientAddress?: ((request: Request) => string | undefined) | undefined;
  /**
   * Answer to wrong credentials. After a 401 Postmark gives the event up at once; `retry` answers
   * 503, so that it comes again for 72 minutes, which helps while secrets change.
   *
   * @default "refuse"
   */
  readonly wrongCredentials?: "refuse" | "retry" | undefined;
  /** Longest body, in octets. A longer one is refused before it is read. @default 16 MiB: a bounce with the message in it */
  readonly maxBodyBytes?: number | undefined;
  /** Longest time that a body may take, ms. @default 10,000 */
  readonly bodyTimeoutMs?: number | undefined;
  /** After so long without an outcome a handling counts as cut short, ms: longer than `onEvent` ever takes, and less than the minute after which Postmark tries again. @default 45,000 */
  readonly leaseMs?: number | undefined;
  /** Metadata key of the sender's own id. @default "letterpress-id" */
  readonly correlationKey?: string | undefined;
  /** @default the machine's own */
  readonly clock?: Clock | undefined;
}

/** What an adapter knows beside the request. */
export interface RequestOrigin {
  /** Address of the other end of the connection. */
  readonly remoteAddress?: string | undefined;
}

/** Answers Postmark's webhooks. Never throws. */
export type WebhookHandler = (request: Request, origin?: RequestOrigin) => Promise<Response>;
