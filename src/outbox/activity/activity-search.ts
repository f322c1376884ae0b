import type { OutboxMessage } from "../care/stored-message.ts";
import type { MessageState } from "../message-state.ts";

/** Which messages are looked for; all that is said must hold. Texts are parts, in any case. */
export interface ActivitySearch {
  /** One of these. @default any */
  readonly states?: readonly MessageState[] | undefined;
  /** Parts of the recipients' addresses; a whole address finds at once what was sent to it. */
  readonly to?: readonly string[] | undefined;
  readonly subject?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  /** Parts of the id of the email that it was made of. */
  readonly email?: readonly string[] | undefined;
  readonly key?: readonly string[] | undefined;
  readonly stream?: readonly string[] | undefined;
  /** Words that stand anywhere in what is known of a message beside its body: an id, too. */
  readonly words?: readonly string[] | undefined;
  /** Made at this time or later. */
  readonly since?: Date | undefined;
  /** Made before this time. */
  readonly until?: Date | undefined;
  /** Where the page before ended: its `next`. */
  readonly after?: string | undefined;
  /** Most messages of a page, 1 to 200. @default 50 */
  readonly limit?: number | undefined;
}

/** Messages that were found, the newest first. */
export interface ActivityPage {
  readonly messages: readonly OutboxMessage[];
  /** Where to go on; `undefined` when everything was looked at. */
  readonly next: string | undefined;
  /** How far back it was looked; `undefined` when everything was. A page may end before it is full. */
  readonly searchedTo: Date | undefined;
}
