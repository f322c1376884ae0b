/** Resolves at Ctrl-C or at a request to terminate; asked a second time, the process ends at once. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        // Vite listens to SIGTERM too, and would report the wish as a failure.
        process.exitCode = 0;
        resolve();
      });
    }
  });
}
