/** An email was ended, or given up, because it did not end by itself. */
export class EndlessError extends Error {
  override readonly name = "EndlessError";
}

/** Whether an error, from whichever thread, is an {@link EndlessError}. */
export function isEndless(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "name" in error &&
    (error.name === "EndlessError" || causedBySuspension(error))
  );
}

/** What `render` makes of a component whose promise did not settle in time. */
function causedBySuspension(error: object): boolean {
  const cause = "cause" in error ? error.cause : undefined;
  return (
    typeof cause === "object" &&
    cause !== null &&
    "name" in cause &&
    cause.name === "SuspendedError"
  );
}
