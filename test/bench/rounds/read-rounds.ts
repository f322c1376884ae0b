/**
 * How often a benchmark measures: as often as it takes for figures that hold, or `ROUNDS` times where
 * the environment says so. One round shows that a benchmark runs, and no more.
 */
export function readRounds(usual: number): number {
  const asked = Number(process.env.ROUNDS);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, usual) : usual;
}

/** Whether figures are good enough to be held against a goal. */
export function isMeasured(): boolean {
  return process.env.ROUNDS === undefined;
}
