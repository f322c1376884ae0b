import type { InboxMessage, InboxView } from "../inbox/inbox.ts";
import { type MailMatch, matchesMail } from "./mail-match.ts";

/**
 * The first mail like `match`, among those here and those to come.
 *
 * @example
 * ```ts
 * const mail = await waitFor(inbox, { to: "ada@example.com", subject: /verify/i });
 * ```
 *
 * @param options `timeoutMs` defaults to 5,000
 * @throws {Error} after `timeoutMs`, telling what was looked for and how many messages were looked at
 */
export async function waitFor(
  inbox: Pick<InboxView, "waitFor">,
  match: MailMatch,
  options?: Parameters<InboxView["waitFor"]>[1],
): Promise<InboxMessage> {
  try {
    return await inbox.waitFor((message) => matchesMail(message, match), options);
  } catch (error) {
    if (!(error instanceof Error) || options?.signal?.aborted) throw error;
    throw new Error(`${error.message} (looking for ${describe(match)})`, { cause: error });
  }
}

function describe(match: MailMatch): string {
  const wanted = Object.entries(match).filter(([, value]) => value !== undefined);
  const show = (value: unknown) =>
    value instanceof RegExp ? String(value) : JSON.stringify(value);
  return wanted.map(([field, value]) => `${field} ${show(value)}`).join(", ") || "any mail";
}
