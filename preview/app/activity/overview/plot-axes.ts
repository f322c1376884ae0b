/** Distances between two marks of an axis of counts: none between two whole numbers. */
export const wholeSteps: readonly number[] = Array.from({ length: 12 }, (_, power) =>
  [1, 2, 5].map((digit) => digit * 10 ** power),
).flat();

const daySeconds = 86_400;

/**
 * Words of the marks on a time axis: the time of day, and the date at midnight. Marks that are a
 * day or more apart show dates only.
 *
 * @param marks - seconds since the epoch, evenly spaced, ascending
 */
export function writeTimes(marks: readonly number[]): readonly string[] {
  const [first = 0, second = first] = marks;
  const isByDay = second - first >= daySeconds;
  return marks.map((seconds) => {
    const date = new Date(seconds * 1_000);
    const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
    return isByDay || isMidnight
      ? date.toLocaleDateString([], { day: "numeric", month: "short" })
      : date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  });
}
