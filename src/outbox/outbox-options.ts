import type { Clock } from "../clock.ts";
import type { Sender } from "../sender/sender.ts";
import type { SuppressionLookup } from "../webhook/suppressions/suppression-store.ts";
import type { OutboxEvent } from "./outbox-event.ts";

/** What is asked of Postmark about a message of which it is not known whether it was taken. */
export interface MessageQuery {
  /** The field of the metadata that holds the message's own id, and the id. */
  readonly key: string;
  readonly value: string;
  /** Name of the sender that sent it. */
  readonly sender: string;
  /** Message stream, such as "outbound". */
  readonly stream: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks a message up where it was handed over, by an id in its metadata.
 *
 * @returns what was found, or `undefined` when there is no such message
 * @throws whatever says that it could not be looked up
 */
export type MessageSearch = (
  query: MessageQuery,
) => Promise<{ readonly postmarkId?: string | undefined } | undefined>;

/** How much goes out at once, over all processes that work on the outbox together. */
export interface OutboxLimits {
  /**
   * Most connections of one sender. Postmark recommends at most ten per IP address.
   *
   * @default 10
   * @see https://postmarkapp.com/support/article/do-we-have-rate-limits-for-smtp
   */
  readonly maxConnections?: number | undefined;
  /** Whether `maxConnections` holds for all machines together or for each. @default "everywhere" */
  readonly connectionScope?: "everywhere" | "host" | undefined;
  /** Most messages of one sender in a second; above 0. @default no limit */
  readonly maxPerSecond?: number | undefined;
}

/** How long what is done stays in the database. */
export interface OutboxRetention {
  /** Milliseconds after which the body of a settled message goes; hash and headers stay. @default 7 days */
  readonly bodiesMs?: number | undefined;
  /** Milliseconds after which a settled message goes, and its key is free again. @default 45 days, as Postmark's own activity */
  readonly rowsMs?: number | undefined;
}

/** Options of `createOutbox`. */
export interface OutboxOptions {
  /**
   * The database: `postgres://…`, the app's own; or `embedded:` and a folder, such as
   * `embedded:.letterpress/outbox`, where a PostgreSQL is started beside the app.
   */
  readonly url: string;
  /** How messages are made and leave. Exactly one of `sender` and `senders`. */
  readonly sender?: Sender | undefined;
  /** Several, by name: a Postmark server for each tenant, say. Each has limits and pauses of its own. */
  readonly senders?: Readonly<Record<string, Sender>> | undefined;
  /** Schema that the tables are in. It is made where it is missing. @default "letterpress" */
  readonly schema?: string | undefined;
  /** Looks up what became of a message; `createPostmarkSearch` makes one. @default none */
  readonly search?: MessageSearch | undefined;
  /** When an uncertain message is looked up, in milliseconds since it became so. @default 30 s, 2 min, 10 min */
  readonly lookAfterMs?: readonly number[] | undefined;
  /**
   * What to do with a message of which it is not known whether it was sent, and cannot be found
   * out: `hold` it for a person, or `resend` it, which may make a second copy.
   *
   * @default "hold"
   */
  readonly onUncertain?: "hold" | "resend" | undefined;
  /** Asked just before sending. `false` asks no one. @default the suppressions in this database */
  readonly suppressions?: SuppressionLookup | false | undefined;
  /**
   * Key that seals bodies and subjects in the database: 32 bytes in base64 or hexadecimal. With
   * several, the first seals and all open.
   *
   * @default none: bodies are stored as they are
   */
  readonly encryptionKey?: string | readonly string[] | undefined;
  readonly limits?: OutboxLimits | undefined;
  readonly retention?: OutboxRetention | undefined;
  /** Milliseconds before each further attempt, a fifth more or less; the last one repeats. @default 10 s, 1 min, 5 min, 20 min, 1 h */
  readonly retryAfterMs?: readonly number[] | undefined;
  /** After so many attempts a message is held. @default 20 */
  readonly maxAttempts?: number | undefined;
  /** Milliseconds before the first probe of a sender that is at fault; doubled each time, up to five minutes. @default 2,000 */
  readonly probeAfterMs?: number | undefined;
  /** Most connections to the database. @default 10 */
  readonly maxDatabaseConnections?: number | undefined;
  /** Told of what happens. What it throws becomes a process warning. */
  readonly onEvent?: ((event: OutboxEvent) => void) | undefined;
  /** Time of new ids and of messages. Due times, leases and back-off go by the database's own time. @default the machine's own */
  readonly clock?: Clock | undefined;
}
