import { brand } from "../brand.ts";

function write(iso: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  // A bare date is read as midnight UTC; in a zone west of it, it would become the day before.
  const zone = /^\d{4}-\d\d-\d\d$/.test(iso) ? "UTC" : timeZone;
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(new Date(iso));
}

/**
 * `14 March 2026`.
 *
 * @param iso an instant with its offset, or a bare date, which is the same day in every zone
 * @param timeZone IANA name of the reader's zone; no matter for a bare date
 * @throws {RangeError} when the date or the zone does not exist
 */
export function formatDate(iso: string, timeZone: string = brand.timeZone): string {
  return write(iso, timeZone, { day: "numeric", month: "long", year: "numeric" });
}

/** `Thursday 19 March`: for days near enough that the year is understood. */
export function formatDay(iso: string, timeZone: string = brand.timeZone): string {
  const weekday = write(iso, timeZone, { weekday: "long" });
  return `${weekday} ${write(iso, timeZone, { day: "numeric", month: "long" })}`;
}

/** `14 March 2026, 09:41 GMT`. The zone is named, because mail is read elsewhere than it is written. */
export function formatDateTime(iso: string, timeZone: string = brand.timeZone): string {
  const time = write(iso, timeZone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  return `${formatDate(iso, timeZone)}, ${time}`;
}
