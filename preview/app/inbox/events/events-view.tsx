import { useState } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import { ActionBar } from "./action-bar.tsx";
import { CallList } from "./call-list.tsx";
import { EventList } from "./event-list.tsx";
import { useEvents } from "./use-events.ts";
import "./events.css";

/** What happened to a message, what one can do with it, and which webhooks told of it. */
export function EventsView({ message }: { readonly message: InboxMessage }) {
  const { known, refresh } = useEvents(message.id);
  const { to } = message.envelope;
  const [chosen, setChosen] = useState(to[0] ?? "");
  const recipient = to.includes(chosen) ? chosen : (to[0] ?? "");
  return (
    <section className="events scrolls" aria-label="Events">
      <ActionBar
        message={message}
        recipient={recipient}
        onRecipient={setChosen}
        isSuppressed={known?.suppressed.includes(recipient) ?? false}
        onDone={refresh}
      />
      {known && (
        <>
          <EventList events={known.events} />
          <CallList calls={known.calls} webhooks={known.webhooks} onDone={refresh} />
        </>
      )}
    </section>
  );
}
