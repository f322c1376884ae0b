import type { Clock } from "../clock.ts";
import type { InboxMessage } from "./inbox.ts";

/** How much a store keeps. */
export interface StoreCaps {
  readonly maxMessages: number;
  /** Octets of all that the messages hold. */
  readonly maxBytes: number;
  /** Milliseconds from the arrival of a message until it goes. */
  readonly maxAgeMs: number;
  readonly clock: Clock;
}

/** Messages in the order they came, the oldest dropped when a cap is passed. */
export interface MessageStore {
  /** How many messages the caps have pushed out since the start. */
  readonly evictedCount: number;
  /**
   * Stores a message.
   *
   * @param heldBytes what it holds, in octets
   * @returns those that were pushed out for it, oldest first
   */
  add(message: InboxMessage, heldBytes: number): readonly InboxMessage[];
  get(id: string): InboxMessage | undefined;
  /** Oldest first. */
  values(): Iterable<InboxMessage>;
  /** @returns whether it was there */
  delete(id: string): boolean;
  isRead(id: string): boolean;
  /** @returns whether that changed anything */
  mark(id: string, isRead: boolean): boolean;
}

interface StoredMessage {
  readonly message: InboxMessage;
  readonly heldBytes: number;
}

/** Creates an empty store. A message over `maxBytes` by itself is kept alone. */
export function createMessageStore({
  maxMessages,
  maxBytes,
  maxAgeMs,
  clock,
}: StoreCaps): MessageStore {
  // A Map iterates in the order of insertion, so its first key is the oldest message.
  const byId = new Map<string, StoredMessage>();
  const readIds = new Set<string>();
  let bytes = 0;
  let evictedCount = 0;

  function remove(id: string): boolean {
    bytes -= byId.get(id)?.heldBytes ?? 0;
    readIds.delete(id);
    return byId.delete(id);
  }

  function isTooMuch(oldest: InboxMessage): boolean {
    if (clock.now() - oldest.receivedAt.getTime() > maxAgeMs) return true;
    return byId.size > maxMessages || (bytes > maxBytes && byId.size > 1);
  }

  function evict(): readonly InboxMessage[] {
    const evicted: InboxMessage[] = [];
    for (const { message } of byId.values()) {
      if (!isTooMuch(message)) break;
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
    add(message, heldBytes) {
      byId.set(message.id, { message, heldBytes });
      bytes += heldBytes;
      return evict();
    },
    get: (id) => byId.get(id)?.message,
    *values() {
      for (const { message } of byId.values()) yield message;
    },
    delete: remove,
    isRead: (id) => readIds.has(id),
    mark(id, isRead) {
      if (!byId.has(id) || readIds.has(id) === isRead) return false;
      if (isRead) readIds.add(id);
      else readIds.delete(id);
      return true;
    },
  };
}
