import type { InboxMessage } from "./inbox.ts";
import type { Login } from "./postmark/login.ts";
import type { InboxProblem } from "./problem.ts";
import type { ConversationLine } from "./smtp/conversations.ts";

/** A message that was taken, before anything is read out of it. */
export interface Arrival {
  /** Unique in this inbox, a UUID. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly envelope: InboxMessage["envelope"];
  readonly raw: Uint8Array;
  /** `undefined` when the client did not log in. */
  readonly login: Login | undefined;
  /** What was wrong with the dialogue that handed it over. */
  readonly problems: readonly InboxProblem[];
  readonly conversation: () => readonly ConversationLine[];
}
