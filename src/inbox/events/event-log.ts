import { createSubscriptions } from "../subscriptions.ts";
import type { BounceEvent, MailEvent } from "./mail-event.ts";

/** What happened to the messages that are here. */
export interface EventLog {
  /** Keeps an event with its message, and tells it. */
  record(event: MailEvent): void;
  /** Tells an event that can be worked out from its message, and keeps nothing. */
  announce(event: MailEvent): void;
  /** Kept events of a message, oldest first. */
  of(messageId: string): readonly MailEvent[];
  /** All kept events, message by message. */
  all(): Iterable<MailEvent>;
  bounce(id: number): BounceEvent | undefined;
  /** A number that no bounce has. */
  nextBounceId(): number;
  /** Forgets a message's events. */
  forget(messageId: string): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: MailEvent) => void): () => void;
}

/** A page that is loaded in a loop makes no list without an end. */
const mostOfOneMessage = 500;

/** Creates an empty log. Events go with their messages, so the store's caps hold for them too. */
export function createEventLog(): EventLog {
  const byMessage = new Map<string, MailEvent[]>();
  const bounces = new Map<number, BounceEvent>();
  const { subscribe, emit } = createSubscriptions<MailEvent>();
  let lastBounceId = 0;

  return {
    record(event) {
      const { messageId } = event;
      if (messageId !== undefined) {
        const events = byMessage.get(messageId) ?? [];
        // What bounced stays: the API answers for it by number.
        if (events.length < mostOfOneMessage || event.kind === "bounce") events.push(event);
        byMessage.set(messageId, events);
        if (event.kind === "bounce") bounces.set(event.id, event);
      }
      emit(event);
    },
    announce: emit,
    of: (messageId) => byMessage.get(messageId) ?? [],
    *all() {
      for (const events of byMessage.values()) yield* events;
    },
    bounce: (id) => bounces.get(id),
    nextBounceId() {
      lastBounceId += 1;
      return lastBounceId;
    },
    forget(messageId) {
      for (const event of byMessage.get(messageId) ?? []) {
        if (event.kind === "bounce") bounces.delete(event.id);
      }
      byMessage.delete(messageId);
    },
    subscribe,
  };
}
