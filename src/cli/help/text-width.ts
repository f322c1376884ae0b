/** How wide help is, in characters: as the terminal, within what reads well. */
export function textWidth(columns: number | undefined = process.stdout.columns): number {
  return Math.min(Math.max(columns ?? 100, 60), 100);
}
