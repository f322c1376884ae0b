/** A time as a calendar file states it. */
export interface CalendarTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** A day without a time. */
  readonly isDate: boolean;
  /** `Europe/Berlin`, `UTC`; null when it is meant wherever the reader is. */
  readonly zone: string | null;
  /** ms since the epoch; null when that cannot be told: no zone, or one that no one knows. */
  readonly epochMs: number | null;
}

/** When something is, in words. */
export interface WhenWords {
  /** `Saturday 3 October 2026, 10:00 – 11:30`. */
  readonly stated: string;
  /** `Europe/Berlin`, or what stands in its place. */
  readonly zone: string | null;
  /** The same in the reader's own zone, where that is another. */
  readonly own: string | null;
}

const dateFormat = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const timeFormat = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/**
 * Says when something is: as stated, and in the reader's time zone.
 *
 * @param end exclusive, as in RFC 5545 §3.6.1: of whole days it names the day after the last
 * @param ownZone IANA name of the reader's zone
 */
export function describeWhen(
  start: CalendarTime,
  end: CalendarTime | null,
  ownZone: string,
): WhenWords {
  if (start.isDate) {
    const last = end ? new Date(toWall(end) - dayMs).getTime() : toWall(start);
    const days = last > toWall(start) ? ` – ${formatDay(last, "UTC")}` : "";
    return {
      stated: `${formatDay(toWall(start), "UTC")}${days}`,
      zone: days ? "whole days" : "all day",
      own: null,
    };
  }
  const stated = formatSpan(toWall(start), end && toWall(end), "UTC");
  if (start.zone === null) {
    return { stated, zone: "in the reader's own time zone", own: null };
  }
  const own =
    start.epochMs === null ? null : formatSpan(start.epochMs, end?.epochMs ?? null, ownZone);
  return { stated, zone: start.zone, own: own === stated ? null : own };
}

/** The day of a time in words: `3 October 2026`. */
export function formatDate(time: CalendarTime): string {
  return format(toWall(time), "UTC", { day: "numeric", month: "long", year: "numeric" });
}

const dayMs = 86_400_000;

/** The clock on the wall as though it hung in Greenwich, for formatting alone. */
function toWall({ year, month, day, hour, minute }: CalendarTime): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + (hour * 60 + minute) * 60_000;
}

function formatSpan(start: number, end: number | null, timeZone: string): string {
  const from = `${formatDay(start, timeZone)}, ${format(start, timeZone, timeFormat)}`;
  if (end === null || end === start) return from;
  const isSameDay = formatDay(start, timeZone) === formatDay(end, timeZone);
  const until = format(end, timeZone, timeFormat);
  return `${from} – ${isSameDay ? until : `${formatDay(end, timeZone)}, ${until}`}`;
}

function formatDay(time: number, timeZone: string): string {
  return format(time, timeZone, dateFormat).replace(",", "");
}

function format(time: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(time);
}

/**
 * The moment at which a clock on the wall of a zone shows this, or null when this machine does not
 * know the zone. Within an hour that a change of the clocks skips or repeats, it is one of the two.
 */
export function toEpoch(time: Omit<CalendarTime, "epochMs">, zone: string): number | null {
  const wall = toWall({ ...time, epochMs: null });
  try {
    const guess = wall - offsetAt(wall, zone);
    return wall - offsetAt(guess, zone);
  } catch {
    return null;
  }
}

/** How far a zone is ahead of UTC at a moment, ms. @throws {RangeError} for an unknown zone */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return wall + part("second") * 1000 - Math.floor(time / 1000) * 1000;
}
