import type { SendTarget } from "./project.ts";

/** Sends one email in one state. */
export interface SendRequest {
  readonly emailId: string;
  /** Slug. */
  readonly variant: string;
  /** As in an `EmailQuery`. */
  readonly locale: string | null;
  /** As in an `EmailQuery`. */
  readonly props: string | null;
  /** One to fifty addresses. */
  readonly to: readonly string[];
}

/** What became of it. */
export type SendResult =
  | {
      readonly status: "sent";
      readonly messageId: string;
      readonly accepted: readonly string[];
      readonly target: SendTarget;
      /** Id in the local inbox, when it went there and has arrived. */
      readonly inboxId: string | null;
    }
  | {
      readonly status: "failed";
      /** What was wrong and what would mend it. */
      readonly message: string;
      readonly code: string;
      /** The field that is wrong, such as `to[0]`. */
      readonly field: string | null;
    };
