import type { InboxMessage } from "./inbox.ts";

/** How much a store keeps. */
export interface StoreCaps {
  readonly maxMessages: number;
  /** Octets of raw messages. */
  readonly maxBytes: number;
}

/** Messages in the order they came, the oldest dropped when a cap is passed. */
export interface MessageStore {
  /** How many messages the caps have pushed out since the start. */
  readonly evictedCount: number;
  /** Stores a message. @returns those that were pushed out for it, oldest first */
  add(message: InboxMessage): readonly InboxMessage[];
  get(id: string): InboxMessage | undefined;
  /** Oldest first. */
  values(): Iterable<InboxMessage>;
  /** @returns whether it was there */
  delete(id: string): boolean;
}

/** Creates an empty store. A message over `maxBytes` by itself is kept alone. */
export function createMessageStore({ maxMessages, maxBytes }: StoreCaps): MessageStore {
  // A Map iterates in the order of insertion, so its first key is the oldest message.
  const byId = new Map<string, InboxMessage>();
  let bytes = 0;
  let evictedCount = 0;

  function remove(id: string): boolean {
    bytes -= byId.get(id)?.sizeBytes ?? 0;
    return byId.delete(id);
  }

  function isOverfull(): boolean {
    return byId.size > maxMessages || (bytes > maxBytes && byId.size > 1);
  }

  function evict(): readonly InboxMessage[] {
    const evicted: InboxMessage[] = [];
    for (const message of byId.values()) {
      if (!isOverfull()) break;
      remove(message.id);
      evicted.push(message);
    }
    evictedCount += evicted.length;
    return evicted;
  }

  return {
    get evictedCount() {
      return evictedCount;
    },
    add(message) {
      byId.set(message.id, message);
      bytes += message.sizeBytes;
      return evict();
    },
    get: (id) => byId.get(id),
    values: () => byId.values(),
    delete: remove,
  };
}
