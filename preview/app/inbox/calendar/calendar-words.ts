import type { CalendarEvent, CalendarFile } from "./calendar-file.ts";
import { describeWhen, formatDate } from "./calendar-time.ts";
import { describeRule } from "./recurrence-words.ts";

const methodWords: Readonly<Record<string, string>> = {
  PUBLISH: "For the calendar",
  REQUEST: "Invitation",
  REPLY: "Answer to an invitation",
  ADD: "More dates of an event",
  CANCEL: "Cancellation",
  REFRESH: "Asks for the newest version",
  COUNTER: "Proposes another time",
  DECLINECOUNTER: "Declines another time",
};

/** What the file is for: `Invitation`, `Update of an invitation`, `Cancellation` … */
export function describeMethod({ method }: CalendarFile, event: CalendarEvent | null): string {
  if (method === null) return "Calendar file";
  if (method === "REQUEST" && event && event.sequence > 0) return "Update of an invitation";
  return methodWords[method] ?? method;
}

/** What a mail program will make of it other than one may expect. */
export function findCalendarNotes(file: CalendarFile, event: CalendarEvent): readonly string[] {
  const { method } = file;
  const notes: string[] = [];
  if (method === null) {
    notes.push("There is no METHOD: mail programs show a file, not an invitation with answers.");
  }
  if (event.start === null) notes.push("There is no start (DTSTART): no program can place it.");
  if (event.uid === "") notes.push("There is no UID: an update would become a second event.");
  if (event.isZoneUndefined) {
    const isKnown = event.start?.epochMs !== null;
    notes.push(
      `The file names the time zone ${event.start?.zone} and does not define it (VTIMEZONE). ${
        isKnown
          ? "Most programs know it by its name; not all do."
          : "No one knows it by that name: add the definition, or write the time in UTC."
      }`,
    );
  }
  if (method === "REQUEST" && event.organizer === null) {
    notes.push("An invitation without ORGANIZER has no one to answer to.");
  }
  if (method === "REQUEST" && event.attendees.length === 0) {
    notes.push("An invitation without ATTENDEE asks no one: programs offer no answer.");
  }
  return notes;
}

/** How it repeats, one line for each rule; empty when it does not. */
export function describeRecurrence(event: CalendarEvent): readonly string[] {
  const rules = event.rules.map(({ rule, written }) => describeRule(rule) ?? `As ${written} says`);
  const extra = [
    ...(event.leftOut > 0 ? [`${event.leftOut} left out`] : []),
    ...(event.added > 0 ? [`${event.added} added by date`] : []),
  ].join(", ");
  const changes = event.changes ? [`Changes the one of ${formatDate(event.changes)}`] : [];
  return [...rules, ...(extra ? [extra] : []), ...changes];
}

/** When it is, stated and in the reader's zone; null when the event has no start. */
export function describeTimes(event: CalendarEvent, ownZone: string) {
  return event.start && describeWhen(event.start, event.end, ownZone);
}
