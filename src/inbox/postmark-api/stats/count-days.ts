/** One thing that is counted: when it was, and under which names. */
export interface Counted {
  readonly at: Date;
  readonly names: readonly string[];
}

/**
 * Counts by day and in all, as Postmark's statistics do: `{ Days: [{ Date, Sent: 1 }], Sent: 1 }`.
 *
 * Postmark's days are those of the east of the USA; here they are UTC.
 *
 * @param always names that are there with 0, too
 */
export function countDays(counted: Iterable<Counted>, always: readonly string[] = []) {
  const days = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>(always.map((name) => [name, 0]));
  for (const { at, names } of counted) {
    if (names.length === 0) continue;
    const date = at.toISOString().slice(0, 10);
    const day = days.get(date) ?? new Map<string, number>();
    days.set(date, day);
    for (const name of names) {
      day.set(name, (day.get(name) ?? 0) + 1);
      totals.set(name, (totals.get(name) ?? 0) + 1);
    }
  }
  return {
    Days: [...days]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([date, day]) => ({ Date: date, ...Object.fromEntries(day) })),
    ...Object.fromEntries(totals),
  };
}
