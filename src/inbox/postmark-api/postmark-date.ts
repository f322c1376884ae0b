/** A time as Postmark writes it: UTC, with seven digits behind the point. */
export function toPostmarkDate(date: Date): string {
  return date.toISOString().replace("Z", "0000Z");
}
