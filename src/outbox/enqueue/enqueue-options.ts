/** How urgent a message is among those that wait: `high` goes before `normal`, `normal` before `low`. */
export type OutboxPriority = "high" | "normal" | "low";

/** Options of one enqueued message. */
export interface EnqueueOptions {
  /**
   * The caller's own name for what is sent, such as `order-confirmation/1042`; at most 255
   * characters. The same key with the same content gives the same row, however often it is
   * enqueued; with other content it is an error.
   *
   * @default none: each call gives a row of its own
   */
  readonly key?: string | undefined;
  /**
   * The transaction that the message belongs to: a client of `pg`, `sql` of postgres.js, or the
   * `tx` of Drizzle, Prisma or Kysely. The message exists when it commits, and never did when it
   * is rolled back. It must lead to the database of the outbox.
   *
   * @default a transaction of its own
   */
  readonly tx?: unknown;
  /** Not sent before this time. @default at once */
  readonly sendAt?: Date | undefined;
  /** Not sent after this time: a late password reset is worse than none. @default never too late */
  readonly expiresAt?: Date | undefined;
  /** @default "normal" */
  readonly priority?: OutboxPriority | undefined;
  /**
   * Id of the email that the message was made of, for those who look at the outbox later.
   *
   * @default that of `email`, where the message is made of one
   */
  readonly emailId?: string | undefined;
  /** Name of the sender, where the outbox has several. @default its only one, or "default" */
  readonly sender?: string | undefined;
  /** Ends the rendering. */
  readonly signal?: AbortSignal | undefined;
}

const maxKeyLength = 255;

const priorities: readonly unknown[] = ["high", "normal", "low", undefined];

/**
 * @throws {TypeError | RangeError} that names the option, what was expected and what came
 */
export function checkEnqueueOptions(options: EnqueueOptions): void {
  const { key, sendAt, expiresAt, priority } = options;
  if (key !== undefined && typeof key !== "string") {
    throw new TypeError(`Option 'key' is a ${typeof key}; give a string`);
  }
  if (key !== undefined && (key === "" || key.length > maxKeyLength || key.includes("\0"))) {
    throw new RangeError(
      `Option 'key' has ${key.length} characters; give 1 to ${maxKeyLength}, none of them NUL`,
    );
  }
  for (const [name, date] of Object.entries({ sendAt, expiresAt })) {
    if (date === undefined || (date instanceof Date && !Number.isNaN(date.getTime()))) continue;
    throw new TypeError(`Option '${name}' is no valid Date; give one`);
  }
  if (sendAt && expiresAt && expiresAt <= sendAt) {
    throw new RangeError("Option 'expiresAt' is not after 'sendAt'; the message could never go");
  }
  if (!priorities.includes(priority)) {
    throw new RangeError(
      `Option 'priority' is ${JSON.stringify(priority)}; give "high", "normal" or "low"`,
    );
  }
}
