import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { EventHub } from "../api/event-hub.ts";
import type { InboxLease } from "./inbox-lease.ts";
import type { Summarizer } from "./summarize.ts";

/** Tells the pages what happens in the inbox. @returns a function that ends it */
export function forwardInboxEvents(
  lease: InboxLease | undefined,
  events: EventHub,
  summarize: Summarizer,
): () => void {
  let stop = () => {};
  let stopped = false;
  function follow({ subscribe }: Inbox): void {
    if (stopped) return;
    stop = subscribe((event) => {
      if (event.type !== "received") events.send(event);
      else events.send({ ...event, message: summarize(event.message) });
    });
  }
  // Whoever asks for the inbox is told why there is none.
  lease?.opened.then(follow, () => undefined);
  return () => {
    stopped = true;
    stop();
  };
}
