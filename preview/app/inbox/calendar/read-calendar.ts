import ICAL from "ical.js";
import type {
  CalendarAttendee,
  CalendarEvent,
  CalendarFile,
  CalendarPerson,
} from "./calendar-file.ts";
import { type CalendarTime, toEpoch } from "./calendar-time.ts";
import type { RecurrenceRule } from "./recurrence-words.ts";

/** Longest text that is read, in characters. */
const longestText = 1_000_000;
const mostEvents = 100;
const mostAttendees = 200;

const answers: Readonly<Record<string, string>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
  DELEGATED: "delegated",
};

/**
 * Reads a calendar part (RFC 5545).
 *
 * @throws {Error} when it is none, saying why
 */
export function readCalendar(text: string): CalendarFile {
  if (text.length > longestText) throw new Error("it is longer than a megabyte");
  if (text.trim() === "") throw new Error("it is empty");
  const parsed: unknown = ICAL.parse(text.trim());
  const calendar = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
  if (calendar.name !== "vcalendar") throw new Error("it does not begin with BEGIN:VCALENDAR");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    if (!isPlainZone(zone)) calendar.removeSubcomponent(zone);
  }
  const method = calendar.getFirstPropertyValue("method");
  return {
    method: typeof method === "string" ? method.toUpperCase() : null,
    events: calendar.getAllSubcomponents("vevent").slice(0, mostEvents).map(readEvent),
  };
}

/**
 * Whether the clocks of a zone change a few times a year at most, as everywhere on earth. A rule
 * that strikes each second would keep the reader busy for ever.
 */
function isPlainZone(zone: ICAL.Component): boolean {
  return zone.getAllSubcomponents().every((phase) =>
    phase.getAllProperties("rrule").every((property) => {
      const rule = property.getFirstValue();
      if (!(rule instanceof ICAL.Recur) || rule.freq !== "YEARLY") return false;
      const parts = Object.entries(rule.parts);
      return parts.every(
        ([name, values]) =>
          ["BYDAY", "BYMONTH", "BYMONTHDAY"].includes(name) && [values].flat().length <= 7,
      );
    }),
  );
}

function readEvent(component: ICAL.Component): CalendarEvent {
  const event = new ICAL.Event(component);
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? "").trim();
  const zone = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const start = toTime(component, "dtstart");
  return {
    uid: text("uid"),
    summary: text("summary"),
    description: text("description"),
    location: text("location"),
    url: /^https?:\/\//i.test(text("url")) ? text("url") : null,
    status: text("status").toUpperCase() || null,
    sequence: Number(text("sequence")) || 0,
    start,
    end: start && fromIcalTime(event.endDate, endZone(component) ?? zone),
    isZoneUndefined: zone !== undefined && isFloating(component.getFirstPropertyValue("dtstart")),
    organizer: toPerson(component.getFirstProperty("organizer")),
    attendees: event.attendees.slice(0, mostAttendees).flatMap(toAttendee),
    rules: component.getAllProperties("rrule").flatMap((property) => {
      const rule = property.getFirstValue();
      return rule instanceof ICAL.Recur ? { rule: toRule(rule), written: rule.toString() } : [];
    }),
    leftOut: countValues(component, "exdate"),
    added: countValues(component, "rdate"),
    changes: toTime(component, "recurrence-id"),
  };
}

function endZone(component: ICAL.Component): string | undefined {
  return component.getFirstProperty("dtend")?.getFirstParameter("tzid");
}

function toTime(component: ICAL.Component, name: string): CalendarTime | null {
  const property = component.getFirstProperty(name);
  return fromIcalTime(property?.getFirstValue(), property?.getFirstParameter("tzid"));
}

function fromIcalTime(value: unknown, tzid: string | undefined): CalendarTime | null {
  if (!(value instanceof ICAL.Time)) return null;
  const { year, month, day, hour, minute, isDate } = value;
  const isUtc = value.zone === ICAL.Timezone.utcTimezone;
  const zone = isDate ? null : isUtc ? "UTC" : (tzid ?? null);
  const time = { year, month, day, hour, minute, isDate, zone };
  return { ...time, epochMs: zone === null ? null : findEpoch(value, time, zone) };
}

function findEpoch(
  value: ICAL.Time,
  time: Omit<CalendarTime, "epochMs">,
  zone: string,
): number | null {
  return isFloating(value) ? toEpoch(time, zone) : value.toUnixTime() * 1000;
}

function isFloating(value: unknown): boolean {
  return value instanceof ICAL.Time && value.zone === ICAL.Timezone.localTimezone;
}

function toRule(rule: ICAL.Recur): RecurrenceRule {
  return {
    freq: rule.freq,
    interval: rule.interval,
    count: rule.count ?? null,
    until: fromIcalTime(rule.until, undefined),
    by: Object.fromEntries(
      Object.entries(rule.parts).map(([name, values]) => [name, [values].flat()]),
    ),
  };
}

function toPerson(property: ICAL.Property | null | undefined): CalendarPerson | null {
  if (!property) return null;
  const address = String(property.getFirstValue() ?? "").replace(/^mailto:/i, "");
  return { name: property.getFirstParameter("cn") ?? "", address };
}

function toAttendee(property: ICAL.Property): CalendarAttendee[] {
  const person = toPerson(property);
  if (!person) return [];
  const answer = property.getFirstParameter("partstat")?.toUpperCase() ?? "";
  return [
    {
      ...person,
      answer: answers[answer] ?? "no answer yet",
      isOptional: property.getFirstParameter("role")?.toUpperCase() === "OPT-PARTICIPANT",
    },
  ];
}

function countValues(component: ICAL.Component, name: string): number {
  return component
    .getAllProperties(name)
    .reduce((sum, property) => sum + property.getValues().length, 0);
}
