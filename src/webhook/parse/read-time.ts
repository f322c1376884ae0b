/** `2026-11-05T16:33:54.9070259Z`, with any number of digits below the second, or an offset. */
const isoTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,12}))?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a time of Postmark, which writes seven digits below the second. A time without a zone is
 * UTC, whatever this machine's own is.
 *
 * @returns the time to the millisecond, or `undefined` where there is none to read
 */
export function readTime(value: unknown): Date | undefined {
  const parts = typeof value === "string" ? isoTime.exec(value.trim()) : undefined;
  if (!parts) return undefined;
  const [, day, time, fraction = "", zone = "Z"] = parts;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const read = new Date(`${day}T${time}.${milliseconds}${zone.toUpperCase()}`);
  return Number.isNaN(read.getTime()) ? undefined : read;
}
