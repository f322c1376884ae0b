import type { MessageEvent } from "../../../protocol/index.ts";
import { formatMoment } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";

/** What happened to a message, oldest first. */
export function EventList({ events }: { readonly events: readonly MessageEvent[] }) {
  return (
    <div className="events-part">
      <h2>What happened</h2>
      {events.length === 0 && <p className="events-none">Nothing that Postmark would tell of.</p>}
      <ol className="event-list" aria-label="What happened">
        {numbered(events).map((event) => (
          <li key={event.place}>
            <span className="event-label" data-bad={event.isBad || undefined}>
              {event.label}
            </span>
            <span className="event-words">
              <span>{event.recipient}</span>
              {event.details && <span className="event-details">{event.details}</span>}
            </span>
            <time className="tabular" dateTime={new Date(event.at).toISOString()}>
              {formatMoment(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </div>
  );
}
