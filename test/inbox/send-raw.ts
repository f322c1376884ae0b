import type { Inbox, InboxMessage } from "letterpress/inbox";
import { type RawMessageInput, rawMessage } from "./raw-message.ts";
import { openSmtpSession, type SmtpSession } from "./smtp-session.ts";

/** What {@link sendRaw} says around the message. */
export interface SendRawOptions extends RawMessageInput {
  readonly to?: readonly string[];
  readonly login?: readonly [user: string, password: string];
}

/** AUTH PLAIN with this user name and password. */
export function logIn(session: SmtpSession, user: string, password: string): Promise<string> {
  const secret = Buffer.from(`\0${user}\0${password}`).toString("base64");
  return session.say(`AUTH PLAIN ${secret}`);
}

/** Hands one message over in a session of its own. @returns it as it lies in the inbox */
export async function sendRaw(inbox: Inbox, options: SendRawOptions = {}): Promise<InboxMessage> {
  const session = await openSmtpSession(inbox.port);
  await session.say("EHLO client.test");
  if (options.login) await logIn(session, ...options.login);
  await session.say("MAIL FROM:<shop@example.com>");
  for (const address of options.to ?? ["ada@example.com"]) {
    await session.say(`RCPT TO:<${address}>`);
  }
  await session.say("DATA");
  session.write(Buffer.from(rawMessage(options), "utf8"));
  const reply = await session.say(".");
  const id = /queued as (\S+)/.exec(reply)?.[1];
  if (id === undefined) throw new Error(`The inbox did not take the message: ${reply}`);
  // On a busy machine a large one is listed after its reply.
  return inbox.waitFor((message) => message.id === id, { timeoutMs: 20_000 });
}
