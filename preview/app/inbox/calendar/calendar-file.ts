import type { CalendarTime } from "./calendar-time.ts";
import type { RecurrenceRule } from "./recurrence-words.ts";

/** A calendar part of a message, as far as one looks at it. */
export interface CalendarFile {
  /** In capitals; null when it has none, and so is no invitation (RFC 5546 §1.4). */
  readonly method: string | null;
  /** The first hundred. */
  readonly events: readonly CalendarEvent[];
}

/** One event of a calendar. */
export interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** Where to join or read on, when it is an address of the web. */
  readonly url: string | null;
  /** `CONFIRMED`, `TENTATIVE`, `CANCELLED`, or null. */
  readonly status: string | null;
  /** Grows with each change of the event. */
  readonly sequence: number;
  readonly start: CalendarTime | null;
  /** Exclusive. */
  readonly end: CalendarTime | null;
  /** Whether the file lacks the zone that it names (RFC 5545 §3.2.19 demands it). */
  readonly isZoneUndefined: boolean;
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarAttendee[];
  readonly rules: readonly { readonly rule: RecurrenceRule; readonly written: string }[];
  /** How many occurrences are left out, and how many added by date. */
  readonly leftOut: number;
  readonly added: number;
  /** The occurrence that this changes; null when it is the event itself. */
  readonly changes: CalendarTime | null;
}

/** Somebody in an event. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** Somebody who is invited. */
export interface CalendarAttendee extends CalendarPerson {
  /** What was answered: `accepted`, `declined`, `no answer yet` … */
  readonly answer: string;
  /** Whether one need not come. */
  readonly isOptional: boolean;
}
