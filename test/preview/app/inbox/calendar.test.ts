import { describe, expect, test } from "vitest";
import { describeWhen } from "../../../../preview/app/inbox/calendar/calendar-time.ts";
import {
  describeMethod,
  describeRecurrence,
  findCalendarNotes,
} from "../../../../preview/app/inbox/calendar/calendar-words.ts";
import { readCalendar } from "../../../../preview/app/inbox/calendar/read-calendar.ts";
import { describeRule } from "../../../../preview/app/inbox/calendar/recurrence-words.ts";

const berlin = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

function calendar(event: string, { zone = "", method = "METHOD:REQUEST" } = {}): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", method, zone, "BEGIN:VEVENT", "UID:1"];
  return [...lines, event, "END:VEVENT", "END:VCALENDAR"].filter(Boolean).join("\r\n");
}

function eventOf(event: string, options = {}) {
  const [read] = readCalendar(calendar(event, options)).events;
  if (!read) throw new Error("no event");
  return read;
}

function when(event: string, { zone = "", own = "UTC" } = {}) {
  const { start, end } = eventOf(event, { zone });
  if (!start) throw new Error("no start");
  return describeWhen(start, end, own);
}

describe("when an event is", () => {
  test("in a zone that the file defines, and in the reader's own", () => {
    const lines =
      "DTSTART;TZID=W. Europe Standard Time:20261003T100000\nDTEND;TZID=W. Europe Standard Time:20261003T113000";
    expect(when(lines, { zone: berlin })).toEqual({
      stated: "Saturday 3 October 2026, 10:00 – 11:30",
      zone: "W. Europe Standard Time",
      own: "Saturday 3 October 2026, 08:00 – 09:30",
    });
    expect(when(lines, { zone: berlin, own: "Europe/Berlin" }).own).toBeNull();
    expect(when(lines, { zone: berlin, own: "Pacific/Auckland" }).own).toBe(
      "Saturday 3 October 2026, 21:00 – 22:30",
    );
  });

  test("in a zone that is only named", () => {
    const summer = eventOf("DTSTART;TZID=America/New_York:20260703T090000");
    const winter = eventOf("DTSTART;TZID=America/New_York:20261203T090000");
    expect(summer.isZoneUndefined).toBe(true);
    expect(summer.start?.epochMs).toBe(Date.UTC(2026, 6, 3, 13));
    expect(winter.start?.epochMs).toBe(Date.UTC(2026, 11, 3, 14));
    const unknown = eventOf("DTSTART;TZID=Office:20261003T090000");
    expect(unknown).toMatchObject({ isZoneUndefined: true, start: { zone: "Office" } });
    expect(unknown.start?.epochMs).toBeNull();
  });

  test.each([
    ["DTSTART:20261003T100000Z\nDURATION:PT1H30M", "Saturday 3 October 2026, 10:00 – 11:30", "UTC"],
    [
      "DTSTART:20261003T220000Z\nDTEND:20261004T010000Z",
      "Saturday 3 October 2026, 22:00 – Sunday 4 October 2026, 01:00",
      "UTC",
    ],
    ["DTSTART:20261003T100000", "Saturday 3 October 2026, 10:00", "in the reader's own time zone"],
    ["DTSTART;VALUE=DATE:20261003", "Saturday 3 October 2026", "all day"],
    [
      "DTSTART;VALUE=DATE:20261003\nDTEND;VALUE=DATE:20261006",
      "Saturday 3 October 2026 – Monday 5 October 2026",
      "whole days",
    ],
  ])("%j", (lines, stated, zone) => {
    expect(when(lines)).toMatchObject({ stated, zone });
  });
});

describe("a recurrence", () => {
  test.each([
    ["FREQ=DAILY", "Every day"],
    ["FREQ=DAILY;COUNT=5", "Every day, 5 times"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "Every second week on Monday and Wednesday"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday, Monday to Friday"],
    ["FREQ=WEEKLY;UNTIL=20270303T090000Z", "Every week, until 3 March 2027"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday"],
    ["FREQ=MONTHLY;BYDAY=FR", "Every month on every Friday"],
    ["FREQ=MONTHLY;BYDAY=1MO,3MO", "Every month on the first Monday and the third Monday"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Every month on the last weekday"],
    ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "Every 3 months on the 15th"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,22,-1", "Every month on the first, 22nd and last day"],
    ["FREQ=YEARLY", "Every year"],
    ["FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3", "Every year on the third of October"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "Every year on the fourth Thursday of November"],
    ["FREQ=DAILY;BYMONTH=1,2", "Every day in January and February"],
  ])("%s: %s", (written, words) => {
    const [found] = eventOf(`DTSTART:20261003T100000Z\nRRULE:${written}`).rules;
    expect(found && describeRule(found.rule)).toBe(words);
  });

  test.each(["FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=SECONDLY"])(
    "%s says more than words do, and stays as it is written",
    (written) => {
      const [found] = eventOf(`DTSTART:20261003T100000Z\nRRULE:${written}`).rules;
      expect(found?.written).toBe(written);
      expect(found && describeRule(found.rule)).toBeNull();
    },
  );
});

describe("a calendar", () => {
  test("tells what, where, who, and what they answered", () => {
    const event = eventOf(
      [
        ...["SUMMARY:Fitting\\, with Ada", "LOCATION:Lange Straße 1\\nBerlin", "SEQUENCE:2"],
        ...["DTSTART:20261003T100000Z", "URL:https://shop.example/fitting", "STATUS:cancelled"],
        'ORGANIZER;CN="Shop, Ltd":mailto:shop@shop.example',
        "ATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@exa",
        " mple.com",
        "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:bob@example.com",
        ...["RRULE:FREQ=DAILY", "EXDATE:20261004T100000Z,20261005T100000Z"],
      ].join("\r\n"),
    );
    expect(event).toMatchObject({
      ...{ summary: "Fitting, with Ada", location: "Lange Straße 1\nBerlin", sequence: 2 },
      ...{ url: "https://shop.example/fitting", status: "CANCELLED", leftOut: 2, changes: null },
      organizer: { name: "Shop, Ltd", address: "shop@shop.example" },
      attendees: [
        { name: "Ada", address: "ada@example.com", answer: "accepted", isOptional: false },
        { name: "", address: "bob@example.com", answer: "no answer yet", isOptional: true },
      ],
    });
  });

  test("may lack what it should have", () => {
    const bare = readCalendar(calendar("URL:javascript:alert(1)", { method: "" }));
    expect(bare.method).toBeNull();
    expect(bare.events[0]).toMatchObject({
      ...{
        summary: "",
        start: null,
        end: null,
        organizer: null,
        url: null,
        isZoneUndefined: false,
      },
      ...{ attendees: [], rules: [] },
    });
    expect(readCalendar("BEGIN:VCALENDAR\nEND:VCALENDAR").events).toEqual([]);
  });

  test.each([
    ["", "it is empty"],
    ["Hello", /invalid line/],
    ["BEGIN:VCARD\nEND:VCARD", "it does not begin with BEGIN:VCALENDAR"],
    [calendar("DTSTART:tomorrow"), /invalid date-time/],
    ["x".repeat(1_000_001), "it is longer than a megabyte"],
  ])("that is none says why: %.20j", (text, reason) => {
    expect(() => readCalendar(text)).toThrow(reason);
  });

  test("whose clocks change each second keeps nobody waiting", () => {
    const zone = berlin.replaceAll("FREQ=YEARLY;BYDAY=-1SU", "FREQ=SECONDLY");
    const lines = "DTSTART;TZID=W. Europe Standard Time:20261003T100000";
    expect(eventOf(lines, { zone }).start?.epochMs).toBeNull();
  });
});

describe("what a mail program makes of a calendar", () => {
  const whole = [
    ...["DTSTART:20261003T100000Z", "ORGANIZER:mailto:shop@shop.example"],
    "ATTENDEE:mailto:ada@example.com",
  ].join("\n");
  const notesOf = (lines: string, method?: string) => {
    const file = readCalendar(calendar(lines, method === undefined ? {} : { method }));
    return file.events.flatMap((event) => findCalendarNotes(file, event)).join(" ");
  };

  test("is what its method says", () => {
    const words = (method: string, lines = "") => {
      const file = readCalendar(calendar(lines, { method }));
      return describeMethod(file, file.events[0] ?? null);
    };
    expect(words("METHOD:REQUEST")).toBe("Invitation");
    expect(words("METHOD:request", "SEQUENCE:1")).toBe("Update of an invitation");
    expect(words("METHOD:CANCEL")).toBe("Cancellation");
    expect(words("METHOD:X-OWN")).toBe("X-OWN");
    expect(words("")).toBe("Calendar file");
  });

  test("is told where it is other than one may expect", () => {
    expect(notesOf(whole)).toBe("");
    expect(notesOf(whole, "")).toContain("There is no METHOD");
    expect(notesOf(whole, "METHOD:PUBLISH")).toBe("");
    expect(notesOf("DTSTART:20261003T100000Z")).toMatch(/without ORGANIZER.*without ATTENDEE/);
    expect(notesOf("", "METHOD:PUBLISH")).toContain("There is no start");
    expect(
      notesOf(whole.replace("DTSTART:", "DTSTART;TZID=Europe/Rome:").replace("00Z", "00")),
    ).toMatch(/names the time zone Europe\/Rome and does not define it.*Most programs know it/);
    expect(
      notesOf(whole.replace("DTSTART:", "DTSTART;TZID=Office:").replace("00Z", "00")),
    ).toContain("No one knows it by that name");
  });

  test("repeats, but for what is left out", () => {
    const lines = [
      ...["DTSTART:20261003T100000Z", "RRULE:FREQ=WEEKLY", "EXDATE:20261010T100000Z"],
      ...["RDATE:20261011T100000Z", "RECURRENCE-ID:20261017T100000Z"],
    ].join("\n");
    expect(describeRecurrence(eventOf(lines))).toEqual([
      ...["Every week", "1 left out, 1 added by date", "Changes the one of 17 October 2026"],
    ]);
    expect(describeRecurrence(eventOf("RRULE:FREQ=YEARLY;BYWEEKNO=20"))).toEqual([
      "As FREQ=YEARLY;BYWEEKNO=20 says",
    ]);
    expect(describeRecurrence(eventOf("DTSTART:20261003T100000Z"))).toEqual([]);
  });
});
