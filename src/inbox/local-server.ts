import type { Clock } from "../clock.ts";
import type { EventLog } from "./events/event-log.ts";
import type { MailActions } from "./events/mail-actions.ts";
import type { InboxMessage } from "./inbox.ts";
import type { InboxCredential } from "./inbox-options.ts";
import type { ServerSettings } from "./postmark/server-settings.ts";
import type { StreamRegistry } from "./postmark/stream-registry.ts";
import type { Suppressions } from "./postmark/suppressions.ts";
import type { Submission, Submitted } from "./submit-message.ts";
import type { InboxWebhooks } from "./webhooks/inbox-webhooks.ts";

/** A domain of the account. */
export interface DomainEntry {
  readonly id: number;
  readonly name: string;
  readonly returnPath: string;
  /** Selector of the DKIM key, as Postmark makes one: the time, and `pm`. */
  readonly selector: string;
}

/** The one Postmark server that an inbox is, as its HTTP API sees it. */
export interface LocalServer {
  readonly mode: "lenient" | "strict";
  readonly credentials: readonly InboxCredential[];
  readonly accountToken: string | undefined;
  readonly clock: Clock;
  /** Newest first. */
  messages(): readonly InboxMessage[];
  message(id: string): InboxMessage | undefined;
  readonly log: EventLog;
  readonly actions: MailActions;
  readonly suppressions: Suppressions;
  readonly streams: StreamRegistry;
  readonly webhooks: InboxWebhooks;
  settings: ServerSettings;
  readonly domains: Map<number, DomainEntry>;
  /** Takes a message as SMTP does, or says what Postmark refuses about it. */
  submit(submission: Submission): Promise<Submitted>;
}
