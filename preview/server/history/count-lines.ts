/** How many lines came and went from one text to another; moved ones do both. */
export function countLines(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } {
  const counts = new Map<string, number>();
  for (const line of before.split("\n")) counts.set(line, (counts.get(line) ?? 0) - 1);
  for (const line of after.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  const changes = [...counts.values()];
  const sum = (signs: readonly number[]) => signs.reduce((total, one) => total + one, 0);
  return {
    added: sum(changes.filter((one) => one > 0)),
    removed: Math.abs(sum(changes.filter((one) => one < 0))),
  };
}
