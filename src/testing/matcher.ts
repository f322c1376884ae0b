import type { InboxMessage } from "../inbox/inbox.ts";

/** What `expect.extend` wants back, in vitest and in Jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** A judgement on a message: whether it holds, what was expected, and what there is instead. */
export interface Judgement {
  readonly pass: boolean;
  /** Follows "to": `have the subject "Hello"`. */
  readonly expected: string;
  /** Follows "but": `it is "Goodbye"`. */
  readonly actual: string;
}

/**
 * Makes a matcher of a judgement.
 *
 * @throws {TypeError} when what was given to `expect` is no message of an inbox
 */
export function createMatcher<Arguments extends readonly unknown[]>(
  judge: (message: InboxMessage, ...args: Arguments) => Judgement,
): (received: unknown, ...args: Arguments) => MatcherResult {
  return (received, ...args) => {
    if (!isInboxMessage(received)) {
      throw new TypeError(
        "Cannot compare: expect() was given no message of an inbox; give it what waitFor() returns",
      );
    }
    const { pass, expected, actual } = judge(received, ...args);
    return {
      pass,
      message: () =>
        pass
          ? `Expected the message not to ${expected}, but ${actual}`
          : `Expected the message to ${expected}, but ${actual}`,
    };
  };
}

function isInboxMessage(value: unknown): value is InboxMessage {
  return typeof value === "object" && value !== null && "envelope" in value && "raw" in value;
}

/** A text or a pattern as an error shows it. */
export function show(value: string | RegExp | undefined): string {
  if (value === undefined) return "nothing";
  if (value instanceof RegExp) return String(value);
  return JSON.stringify(value.length > 300 ? `${value.slice(0, 300)}…` : value);
}
