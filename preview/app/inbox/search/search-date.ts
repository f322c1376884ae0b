const day =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads a moment as one types it into a search: `2026-11-22`, `2026/11`, `2026`,
 * `2026-11-22T10:30`, `10:30` of today, `today` or `yesterday`. What is left out is the earliest.
 *
 * @param now ms since the epoch
 * @returns ms since the epoch in the reader's time zone, or null when it is no such moment
 */
export function readSearchDate(typed: string, now: number): number | null {
  const today = new Date(now);
  const at = (time: readonly (string | undefined)[], back = 0) =>
    toTime(
      [today.getFullYear(), today.getMonth() + 1, today.getDate()],
      time.map((part) => Number(part ?? 0)),
      back,
    );
  const text = typed.trim().toLowerCase();
  if (text === "today") return at([]);
  if (text === "yesterday") return at([], 1);
  const time = clock.exec(text);
  if (time) return at(time.slice(1));
  const date = day.exec(typed.trim());
  if (!date) return null;
  const [year, month = "1", dayOfMonth = "1", ...rest] = date.slice(1);
  return toTime(
    [Number(year), Number(month), Number(dayOfMonth)],
    rest.map((part) => Number(part ?? 0)),
  );
}

/** Null when there is no such day or time: 30 February, 25:00. */
function toTime(date: readonly number[], time: readonly number[], daysBack = 0): number | null {
  const [year = 0, month = 1, dayOfMonth = 1] = date;
  const [hours = 0, minutes = 0, seconds = 0] = time;
  const isDay = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= lengthOf(year, month);
  if (!isDay || hours > 24 || minutes > 59 || seconds > 59) return null;
  return new Date(year, month - 1, dayOfMonth - daysBack, hours, minutes, seconds).getTime();
}

function lengthOf(year: number, month: number): number {
  return new Date(year, month, 0).getDate();
}
