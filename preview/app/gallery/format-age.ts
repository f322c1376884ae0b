const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Midnight that began the day of a moment, in the reader's time. */
export function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** How long ago something was, as one says it: `now`, `12 min ago`, `yesterday`, `3 Mar`. */
export function formatAge(time: number, now: number): string {
  const age = now - time;
  if (age < minuteMs) return "now";
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min ago`;
  const today = startOfDay(now);
  if (time >= today) return `${Math.floor(age / hourMs)} h ago`;
  if (time >= startOfDay(today - 1)) return "yesterday";
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? ({} as const) : ({ year: "numeric" } as const);
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "short", ...year });
}
