import type { HeldContent } from "./held-content.ts";
import type { InboxAttachment, InboxMessage } from "./inbox.ts";
import { toDeliveredMessage } from "./postmark/delivered-message.ts";
import { readInstructions } from "./postmark/instructions.ts";
import type { ConversationLine } from "./smtp/conversations.ts";

type Fetched = "html" | "text" | "headers" | "delivered" | "conversation" | "isRead" | "raw";

/** What a message keeps of itself as long as it is in the list. */
export type MessageFacts = Omit<InboxMessage, Fetched>;

/** Where a message has the rest. */
export interface MessageHoldings {
  readonly held: HeldContent;
  readonly conversation: () => readonly ConversationLine[];
  readonly isRead: (id: string) => boolean;
}

/**
 * Makes a message that keeps little: an inbox may hold ten thousand of them. The rest is fetched
 * when someone looks at it.
 */
export function createMessageRecord(facts: MessageFacts, holdings: MessageHoldings): InboxMessage {
  // Own properties, so that a message can be spread, printed and compared; the same functions for
  // every message, because functions of its own would take more memory than all the rest.
  const record: Record = Object.defineProperties({ ...facts } as Record, properties);
  record[hidden] = holdings;
  return record;
}

/** A file of a message, whose octets are fetched. */
export function createFileRecord(
  { filename, contentType, contentId, inline }: InboxAttachment,
  at: number,
  held: HeldContent,
): InboxAttachment {
  return {
    ...{ filename, contentType, contentId, inline },
    get content() {
      return held.parsed().attachments[at]?.content ?? new Uint8Array();
    },
  };
}

const hidden = Symbol("holdings");

interface Record extends InboxMessage {
  [hidden]: MessageHoldings;
}

const fetched: { readonly [Name in Fetched]: (of: Record) => InboxMessage[Name] } = {
  html: ({ [hidden]: { held } }) => held.parsed().html,
  text: ({ [hidden]: { held } }) => held.parsed().text,
  headers: ({ [hidden]: { held } }) => held.parsed().headers,
  raw: ({ [hidden]: { held } }) => held.raw(),
  conversation: ({ [hidden]: { conversation } }) => conversation(),
  isRead: ({ id, [hidden]: { isRead } }) => isRead(id),
  delivered({ id, [hidden]: { held } }) {
    const { headers, messageId } = held.parsed();
    const { keepsMessageId } = readInstructions(headers);
    const read = () => held.raw();
    return toDeliveredMessage({ headers, messageId, keepsMessageId, postmarkId: id, read });
  },
};

const properties: PropertyDescriptorMap = {
  [hidden]: { value: undefined, writable: true },
  ...Object.fromEntries(Object.entries(fetched).map(([name, get]) => [name, toGetter(get)])),
};

function toGetter(get: (of: Record) => unknown): PropertyDescriptor {
  return {
    enumerable: true,
    get(this: Record) {
      return get(this);
    },
  };
}
