/** Options of `work`. */
export interface WorkOptions {
  /** Most messages under way in this process, of each sender; at least 1. @default 10 */
  readonly concurrency?: number | undefined;
  /**
   * Ends the work: nothing more is claimed, what is under way is finished and settled. Give one
   * that aborts at SIGTERM.
   */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that what is under way may take to finish once the signal has aborted. @default 30,000 */
  readonly graceMs?: number | undefined;
  /** Milliseconds between two looks for what is due, beside being woken. @default 1,000 */
  readonly pollMs?: number | undefined;
  /**
   * Milliseconds after which a process that gives no sign of life counts as dead. What it was
   * sending is looked up then. @default 30,000
   */
  readonly leaseMs?: number | undefined;
}

/** {@link WorkOptions} with their defaults. */
export interface WorkSettings {
  readonly concurrency: number;
  readonly graceMs: number;
  readonly pollMs: number;
  readonly leaseMs: number;
}

/** @throws {RangeError} that names the option, what was expected and what came */
export function readWorkOptions(options: WorkOptions): WorkSettings {
  const { concurrency = 10, graceMs = 30_000, pollMs = 1_000, leaseMs = 30_000 } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`Option 'concurrency' is ${concurrency}; give a whole number above 0`);
  }
  for (const [name, value] of Object.entries({ graceMs, pollMs, leaseMs })) {
    const least = name === "leaseMs" ? 1_000 : 0;
    if (Number.isFinite(value) && value >= least) continue;
    throw new RangeError(`Option '${name}' is ${value}; give a number of at least ${least}`);
  }
  return { concurrency, graceMs, pollMs, leaseMs };
}
