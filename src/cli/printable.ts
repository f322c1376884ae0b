/** Text of others as a terminal may show it: what would move its cursor or change its colours is replaced. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
