/** Longest message that is kept, in characters. */
const longest = 2_000;

/** The message of what was thrown, for a record: whatever it was, and not without end. */
export function describeThrown(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, longest);
}
