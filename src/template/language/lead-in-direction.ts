import { directionOf, firstStrongDirection } from "../html/direction.ts";

const marks = { ltr: "\u200e", rtl: "\u200f" } as const;

/** What stands isolated has no say in the direction of its line. */
const isolated = /[\u2066-\u2068][^\u2069]*\u2069?/g;

/**
 * Lets a line begin in the direction of its language. Clients lay a subject out by its first letter:
 * an Arabic one that begins with a brand in Latin letters would be set from left to right. A mark
 * that no one sees goes before it.
 *
 * @see https://www.unicode.org/reports/tr9/#P2
 */
export function leadInDirection(line: string, locale: string): string {
  const wanted = directionOf(locale);
  // Without any letter a line runs from left to right.
  const leads = firstStrongDirection(line.replace(isolated, "")) ?? "ltr";
  return line === "" || leads === wanted || line.startsWith(marks[wanted])
    ? line
    : `${marks[wanted]}${line}`;
}
