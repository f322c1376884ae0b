/** Milliseconds of processor time that a step takes: on a busy machine the clock on the wall tells little. */
export function cpuMs(step: () => void): number {
  const before = process.cpuUsage();
  step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
