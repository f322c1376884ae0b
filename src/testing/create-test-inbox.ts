import { createInbox } from "../inbox/create-inbox.ts";
import type { Inbox } from "../inbox/inbox.ts";
import type { InboxOptions } from "../inbox/inbox-options.ts";

/** Options of {@link createTestInbox}: those of the inbox, and how it ends. */
export interface TestInboxOptions extends InboxOptions {
  /**
   * Told once how to close the inbox: `onTestFinished` or `afterAll` of vitest, `after` of
   * `node:test`. @default the caller closes it
   */
  readonly onFinished?: ((close: () => Promise<void>) => void) | undefined;
}

/**
 * Starts a local Postmark for a test, on a free port unless one is given.
 *
 * @example
 * ```ts
 * const inbox = await createTestInbox({ onFinished: onTestFinished });
 * const sender = createSender({ transport: inbox.transport(), from: "shop@example.com" });
 * ```
 *
 * @throws what `createInbox` throws
 */
export async function createTestInbox({
  onFinished,
  ...options
}: TestInboxOptions = {}): Promise<Inbox> {
  const inbox = await createInbox({ port: 0, ...options });
  onFinished?.(() => inbox.close());
  return inbox;
}
