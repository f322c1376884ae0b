import { numbered } from "../../ui/numbered.ts";
import { Fact } from "../message/fact.tsx";
import type {
  CalendarAttendee,
  CalendarEvent,
  CalendarFile,
  CalendarPerson,
} from "./calendar-file.ts";
import {
  describeMethod,
  describeRecurrence,
  describeTimes,
  findCalendarNotes,
} from "./calendar-words.ts";

/** One event: what, when, where, who. */
export function EventCard({
  file,
  event,
}: {
  readonly file: CalendarFile;
  readonly event: CalendarEvent;
}) {
  const recurrence = describeRecurrence(event);
  const notes = findCalendarNotes(file, event);
  return (
    <article className="event" data-cancelled={isCancelled(file, event)}>
      <p className="event-method">
        {describeMethod(file, event)}
        {file.method && <code>METHOD:{file.method}</code>}
        {event.status && <code>STATUS:{event.status}</code>}
      </p>
      <h2>{event.summary || "(no summary)"}</h2>
      <dl>
        <When event={event} />
        {recurrence.length > 0 && (
          <Fact name="Repeats">
            {recurrence.map((words) => (
              <span key={words} className="event-line">
                {words}
              </span>
            ))}
          </Fact>
        )}
        {event.location && <Fact name="Where">{event.location}</Fact>}
        {event.url && (
          <Fact name="Link">
            <a href={event.url} target="_blank" rel="noreferrer">
              {event.url}
            </a>
          </Fact>
        )}
        {event.organizer && (
          <Fact name="Organizer">
            <Person person={event.organizer} />
          </Fact>
        )}
        {event.attendees.length > 0 && (
          <Fact name="Invited">
            <Attendees attendees={event.attendees} />
          </Fact>
        )}
        {event.description && <Fact name="Notes">{event.description}</Fact>}
      </dl>
      {notes.length > 0 && (
        <ul className="event-notes" aria-label="What mail programs will make of it">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function isCancelled({ method }: CalendarFile, { status }: CalendarEvent): boolean {
  return method === "CANCEL" || status === "CANCELLED";
}

function When({ event }: { readonly event: CalendarEvent }) {
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const times = describeTimes(event, ownZone);
  if (!times) return null;
  return (
    <Fact name="When">
      <span className="event-line event-when">{times.stated}</span>
      <span className="event-line event-faint">{times.zone}</span>
      {times.own && (
        <span className="event-line event-faint">
          {times.own} where you are ({ownZone})
        </span>
      )}
    </Fact>
  );
}

function Attendees({ attendees }: { readonly attendees: readonly CalendarAttendee[] }) {
  return (
    <ul>
      {numbered(attendees).map((attendee) => (
        <li key={attendee.place}>
          <Person person={attendee} />
          <span className="event-faint">
            {" "}
            {attendee.answer}
            {attendee.isOptional && ", optional"}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Person({ person: { name, address } }: { readonly person: CalendarPerson }) {
  return (
    <>
      {name && <span className="event-name">{name} </span>}
      {address}
    </>
  );
}
