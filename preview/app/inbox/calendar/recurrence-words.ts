import { type CalendarTime, formatDate } from "./calendar-time.ts";

/** A recurrence rule (RFC 5545 §3.3.10) with the parts that have words here. */
export interface RecurrenceRule {
  readonly freq: string;
  readonly interval: number;
  readonly count: number | null;
  readonly until: CalendarTime | null;
  /** Parts by name: `BYDAY` → `["-1FR"]`. */
  readonly by: Readonly<Record<string, readonly (string | number)[]>>;
}

const units: Readonly<Record<string, string>> = {
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
  HOURLY: "hour",
};
const dayNames: Readonly<Record<string, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const workdays = ["MO", "TU", "WE", "TH", "FR"];
const monthNames = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const known = ["BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"];

/** A rule in plain words, or null when it says more than these words can. */
export function describeRule(rule: RecurrenceRule): string | null {
  const unit = units[rule.freq];
  if (!unit || Object.keys(rule.by).some((part) => !known.includes(part))) return null;
  const days = describeDays(rule);
  const monthDays = describeMonthDays(rule);
  const months = describeMonths(rule);
  if (days === null || monthDays === null || months === null) return null;
  // Both at once mean those days that are both, such as a Friday the 13th.
  if (days && monthDays) return null;
  const every = days === everyWorkday ? everyWorkday : `every ${describeInterval(rule, unit)}`;
  const on = days && days !== everyWorkday ? ` on ${days}` : monthDays ? ` on ${monthDays}` : "";
  const words = every + on + months + describeEnd(rule);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const everyWorkday = "every weekday, Monday to Friday";

function describeInterval({ interval }: RecurrenceRule, unit: string): string {
  if (interval === 1) return unit;
  return interval === 2 ? `second ${unit}` : `${interval} ${unit}s`;
}

/** Empty when the rule names no days; null when it cannot be said. */
function describeDays({ freq, interval, by }: RecurrenceRule): string | null {
  const days = (by.BYDAY ?? []).map(String);
  const positions = (by.BYSETPOS ?? []).map(Number);
  if (days.length === 0) return positions.length > 0 ? null : "";
  const isWorkdays = days.length === 5 && workdays.every((day) => days.includes(day));
  if (positions.length > 0) {
    if (freq !== "MONTHLY") return null;
    const one = isWorkdays ? "weekday" : days.length === 1 ? dayNames[days[0] ?? ""] : undefined;
    return one ? joinWords(positions.map((place) => `the ${ordinal(place)} ${one}`)) : null;
  }
  const isFrequent = freq === "WEEKLY" || freq === "DAILY";
  if (isWorkdays && isFrequent && interval === 1) return everyWorkday;
  const words = days.map((day) => {
    const [, place, name = ""] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? [];
    const dayName = dayNames[name];
    if (!dayName) return null;
    if (place === undefined) return isFrequent ? dayName : `every ${dayName}`;
    return freq === "MONTHLY" || (freq === "YEARLY" && by.BYMONTH)
      ? `the ${ordinal(Number(place))} ${dayName}`
      : null;
  });
  return words.includes(null) ? null : joinWords(words.map(String));
}

function describeMonthDays({ freq, by }: RecurrenceRule): string | null {
  const days = (by.BYMONTHDAY ?? []).map(Number);
  if (days.length === 0) return "";
  if (freq !== "MONTHLY" && !(freq === "YEARLY" && by.BYMONTH)) return null;
  return `the ${joinWords(days.map((day) => (day < 0 ? `${ordinal(day)} day` : ordinal(day))))}`;
}

function describeMonths({ freq, by }: RecurrenceRule): string | null {
  const months = (by.BYMONTH ?? []).map((month) => monthNames[Number(month) - 1]);
  if (months.length === 0) return "";
  if (months.includes(undefined)) return null;
  const isDay = freq === "YEARLY" && (by.BYMONTHDAY ?? by.BYDAY) !== undefined;
  return `${isDay ? " of" : " in"} ${joinWords(months.map(String))}`;
}

function describeEnd({ count, until }: RecurrenceRule): string {
  if (count !== null) return count === 1 ? ", once" : `, ${count} times`;
  return until ? `, until ${formatDate(until)}` : "";
}

/** `first`, `second` … `last`, `second to last`, `15th`. */
function ordinal(place: number): string {
  if (place === -1) return "last";
  if (place < 0) return `${ordinal(-place)} to last`;
  const word = ["", "first", "second", "third", "fourth", "fifth"][place];
  if (word) return word;
  const ending = { one: "st", two: "nd", few: "rd" }[
    new Intl.PluralRules("en", { type: "ordinal" }).select(place) as string
  ];
  return `${place}${ending ?? "th"}`;
}

function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
