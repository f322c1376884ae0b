import type { Clock } from "../clock.ts";
import type { Fault } from "./faults/fault.ts";
import type { BounceRule } from "./postmark/outcomes.ts";
import type { InboxProblem } from "./problem.ts";
import type { InboxWebhook } from "./webhooks/webhook-options.ts";

/** Options of `createInbox`. */
export interface InboxOptions {
  /** Port on 127.0.0.1; 0 takes a free one. @default 2525 */
  readonly port?: number | undefined;
  /** Most messages kept; the oldest go first. @default 10_000 */
  readonly maxMessages?: number | undefined;
  /**
   * Most octets kept, of raw messages and of what was read out of them; the oldest go first.
   *
   * @default 256 MiB
   */
  readonly maxBytes?: number | undefined;
  /**
   * How long a message is kept, ms; older ones go when the next one comes, and at the start.
   *
   * @default 30 days in a folder, else forever
   */
  readonly maxAgeMs?: number | undefined;
  /**
   * Folder that mail is kept in, made where there is none: a file `.eml` for each message, to the
   * octet, and an index beside them; while many come at once, small ones lie in a journal first. What got its 250 outlives the process, however that ends; what
   * was read and what was not, too. Files are not forced onto the disk: a power cut may lose the mail
   * of its last seconds. One inbox at a time uses a folder.
   *
   * @default none: mail is kept in memory
   */
  readonly folder?: string | undefined;
  /** Told of what in the folder is damaged and was skipped. @default a process warning */
  readonly onFolderProblem?: ((problem: string) => void) | undefined;
  /** Largest message taken, in octets; announced as SIZE (RFC 1870). @default 20_480_000, as Postmark's */
  readonly maxMessageBytes?: number | undefined;
  /**
   * `lenient` takes any user and password, or none, and marks on each message what Postmark would
   * not take. `strict` behaves as Postmark does: a wrong login is answered 535, a message that breaks
   * a rule is accepted and then reaches no one.
   *
   * @default "lenient"
   */
  readonly mode?: "lenient" | "strict" | undefined;
  /** Logins there are. Strict mode needs at least one. @default any that looks like Postmark's */
  readonly credentials?: readonly InboxCredential[] | undefined;
  /** Token that Postmark's account API asks for, in strict mode. @default none is right */
  readonly accountToken?: string | undefined;
  /** Addresses (`shop@example.com`) and domains (`example.com`) that may stand in From. @default any */
  readonly verifiedSenders?: readonly string[] | undefined;
  /** Message streams there are. @default any, of which `broadcast` and `broadcasts` are for broadcasts */
  readonly streams?: readonly (string | InboxStream)[] | undefined;
  /** What goes wrong on purpose; the first that matches strikes. @default none but the addresses at fault.test */
  readonly faults?: readonly Fault[] | undefined;
  /** Addresses whose mail bounces, and how; the first that matches counts. @default none but Postmark's own for tests */
  readonly bounces?: readonly BounceRule[] | undefined;
  /**
   * Addresses that are told by webhook what happens to the mail, as Postmark tells it: delivered,
   * bounced, opened, clicked, complained about, unsubscribed.
   */
  readonly webhooks?: readonly (string | InboxWebhook)[] | undefined;
  /**
   * How long one minute of Postmark's schedule of retries lasts, ms; its nine retries take 72 of them.
   *
   * @default 60_000
   */
  readonly webhookMinuteMs?: number | undefined;
  /** How long an answer to a webhook may take, ms; Postmark does not document its own limit. @default 30_000 */
  readonly webhookTimeoutMs?: number | undefined;
  /** Whether STARTTLS is offered, as Postmark does. @default true */
  readonly startTls?: boolean | undefined;
  /** Told of each login that strict mode refuses, and why. Holds no credential. */
  readonly onRefusedLogin?: ((problem: InboxProblem) => void) | undefined;
  /** Stamps `receivedAt`, times `waitFor` out and delays replies. @default the machine's own time */
  readonly clock?: Clock | undefined;
}

/** A login: a server's API token in both fields, or an SMTP token, which is bound to one stream. */
export type InboxCredential =
  | { readonly serverToken: string }
  | { readonly accessKey: string; readonly secretKey: string; readonly stream: string };

/** A message stream. */
export interface InboxStream {
  readonly id: string;
  /** @default "broadcast" for the ids `broadcast` and `broadcasts`, else "transactional" */
  readonly type?: "transactional" | "broadcast" | undefined;
  /** Who looks after unsubscribing, on a broadcast stream. `custom` needs Postmark's approval. @default "postmark" */
  readonly unsubscribes?: "postmark" | "custom" | undefined;
}
