import type { WebhookEventType } from "../event.ts";

/**
 * How far a webhook has come. `handling` covers the time between its arrival and its outcome, also
 * when the process ended in between; `failed`: what handled it threw, and it can be replayed.
 */
export type WebhookStatus = "handling" | "done" | "failed";

/** A webhook as it arrived, before anything was done with it. */
export interface WebhookArrival {
  /** The same for every repetition of one webhook: Postmark's trace id, or a hash of the body. */
  readonly id: string;
  /** The body, character by character. */
  readonly body: string;
  readonly receivedAt: Date;
  /** Postmark's `RecordType`, such as "Bounce". */
  readonly recordType: string;
  /** Types of the events in it, each once. */
  readonly types: readonly WebhookEventType[];
  /** Addresses that it tells of, in lower case. */
  readonly recipients: readonly string[];
}

/** A webhook that was written down, and what became of it. */
export interface WebhookRecord extends WebhookArrival {
  readonly status: WebhookStatus;
  /** How often its handling was begun, at least once. */
  readonly attempts: number;
  /** When its status was set last. */
  readonly updatedAt: Date;
  /** Message of what its handling threw last, where the status is `failed`. */
  readonly error: string | undefined;
}

/**
 * What to do with a webhook that arrives: `handle` it, since it is new or its last handling failed
 * or was cut short; nothing, since it is `done`; or nothing now, since another request is
 * handling it (`busy`).
 */
export type WebhookClaim = "handle" | "done" | "busy";

/** How a claim is made. */
export interface ClaimOptions {
  /** The time, ms since the epoch. */
  readonly now: number;
  /** After so many ms without an outcome, a handling counts as cut short. */
  readonly leaseMs: number;
  /** Handles one that is done once more; for replays. @default false */
  readonly again?: boolean | undefined;
}

/** Which webhooks are meant; all that is said must hold. */
export interface WebhookFilter {
  readonly ids?: readonly string[] | undefined;
  readonly status?: WebhookStatus | undefined;
  readonly type?: WebhookEventType | undefined;
  /** In any case. */
  readonly recipient?: string | undefined;
  /** Received at this time or later. */
  readonly since?: Date | undefined;
  /** Received before this time. */
  readonly until?: Date | undefined;
}

/**
 * Where webhooks are written down before they are handled, so that none is lost to a bug and none
 * that comes twice counts twice. Every method may be called by several processes at once.
 */
export interface WebhookStore {
  /**
   * Writes a webhook down, or finds it again by its id, and claims it. When this resolves to
   * `handle` the arrival is kept, with the status `handling` and one attempt more. Of a webhook
   * that is known, what was written down first stays.
   */
  claim(arrival: WebhookArrival, options: ClaimOptions): Promise<WebhookClaim>;
  /**
   * Sets the outcome of a webhook that was claimed. An id that is not known is passed over.
   *
   * @param error message of what was thrown; `undefined` when it was handled well
   */
  settle(id: string, outcome: { readonly now: number; readonly error?: string }): Promise<void>;
  /** What was written down and fits the filter, the oldest arrival first. */
  list(filter?: WebhookFilter): AsyncIterable<WebhookRecord>;
  /** Lets what is under way finish and frees what is held open. May be called twice. */
  close(): Promise<void>;
}
