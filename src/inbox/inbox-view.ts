import type { Clock } from "../clock.ts";
import type { Transport } from "../transport/transport.ts";
import type { InboxEvent, InboxMessage, InboxView } from "./inbox.ts";
import type { MessageStore } from "./message-store.ts";
import type { MessageReader } from "./reading/message-reader.ts";
import type { MessageSearch } from "./search-messages.ts";
import type { Subscriptions } from "./subscriptions.ts";
import { waitForMessage } from "./wait-for.ts";

/** What happened in the store, before a view looks at it. */
export type StoreEvent =
  | {
      readonly type: "received";
      readonly message: InboxMessage;
      readonly evicted: readonly InboxMessage[];
    }
  | { readonly type: "removed"; readonly messages: readonly InboxMessage[] }
  | {
      readonly type: "marked";
      readonly messages: readonly InboxMessage[];
      readonly read: boolean;
    };

/** What {@link createInboxView} looks into. */
export interface InboxViewOptions {
  readonly store: MessageStore;
  readonly events: Subscriptions<StoreEvent>;
  readonly closed: AbortSignal;
  readonly clock: Clock;
  readonly reader: MessageReader;
  readonly search: MessageSearch;
  readonly smtpUrl: string;
  /** The view in words, for errors. */
  readonly name: string;
  readonly transport: () => Transport;
  /** Whether a message is in this view. */
  readonly holds: (message: InboxMessage) => boolean;
}

/** Creates a view of those messages of a store that `holds` says are in it. */
export function createInboxView(options: InboxViewOptions): InboxView {
  const { store, events, closed, clock, reader, smtpUrl, name, transport, holds } = options;
  const present = () => [...store.values()].filter(holds);

  function remove(messages: readonly InboxMessage[]): boolean {
    const removed = messages.filter(({ id }) => store.delete(id));
    if (removed.length > 0) events.emit({ type: "removed", messages: removed });
    return removed.length > 0;
  }

  function get(id: string): InboxMessage | undefined {
    const message = store.get(id);
    return message && holds(message) ? message : undefined;
  }

  function subscribe(listener: (event: InboxEvent) => void): () => void {
    return events.subscribe((event) => {
      const seen = toInboxEvent(event, holds);
      if (seen) listener(seen);
    });
  }

  return {
    smtpUrl,
    transport,
    list: () => present().reverse(),
    get,
    waitFor: (predicate, waitOptions) =>
      waitForMessage(
        {
          present: present(),
          onMessage: (tell) =>
            subscribe((event) => event.type === "received" && tell(event.message)),
          closed,
          name,
          clock,
        },
        predicate,
        waitOptions,
      ),
    search: (words) => options.search(present().reverse(), words),
    async lift(id) {
      const message = get(id);
      return message && reader.lift(message);
    },
    mark(ids, { read }) {
      const changed = [ids]
        .flat()
        .flatMap((id) => get(id) ?? [])
        .filter(({ id }) => store.mark(id, read));
      if (changed.length > 0) events.emit({ type: "marked", messages: changed, read });
      return changed.length;
    },
    delete(id) {
      const message = get(id);
      return message !== undefined && remove([message]);
    },
    clear: () => void remove(present()),
    subscribe,
  };
}

function toInboxEvent(
  event: StoreEvent,
  holds: (message: InboxMessage) => boolean,
): InboxEvent | undefined {
  const gone = event.type === "received" ? event.evicted : event.messages;
  const ids = gone.filter(holds).map(({ id }) => id);
  if (event.type === "marked") {
    return ids.length > 0 ? { type: "marked", ids, read: event.read } : undefined;
  }
  if (event.type === "received" && holds(event.message)) {
    return { type: "received", message: event.message, evicted: ids };
  }
  // What another mailbox's mail pushed out of this one is removed from it.
  return ids.length > 0 ? { type: "removed", ids } : undefined;
}
