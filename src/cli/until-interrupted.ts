/**
 * A signal that aborts at Ctrl-C or at a request to terminate; asked a second time, the process ends
 * at once.
 *
 * @param reason what it aborts with
 */
export function untilInterrupted(reason?: Error): {
  readonly signal: AbortSignal;
  /** Listens no more. */
  stop(): void;
} {
  const controller = new AbortController();
  const abort = () => controller.abort(reason);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.once(name, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of signals) process.off(name, abort);
    },
  };
}
