import type { InboxMessage } from "../../../protocol/index.ts";
import { CodeView } from "../../code/code-view.tsx";
import { numbered } from "../../ui/numbered.ts";
import { EventCard } from "./event-card.tsx";
import { type CalendarPart, useCalendars } from "./use-calendars.ts";
import "./calendar.css";

/** The events that a message brings, as a calendar program would understand them, and their source. */
export default function CalendarView({ message }: { readonly message: InboxMessage }) {
  const parts = useCalendars(message);
  if (!parts) return null;
  return (
    <div className="calendar scrolls">
      {numbered(parts).map((part) => (
        <Part key={part.place} part={part} />
      ))}
    </div>
  );
}

function Part({ part: { read, text, filename } }: { readonly part: CalendarPart }) {
  return (
    <section className="calendar-part" aria-label={filename}>
      {"problem" in read ? (
        <p className="calendar-problem">{read.problem}</p>
      ) : (
        <>
          {read.file.events.length === 0 && (
            <p className="calendar-problem">There is no event in it.</p>
          )}
          {numbered(read.file.events).map((event) => (
            <EventCard key={event.place} file={read.file} event={event} />
          ))}
        </>
      )}
      <details className="calendar-source">
        <summary>Source of {filename}</summary>
        <CodeView code={text} language="text" label={filename} />
      </details>
    </section>
  );
}
