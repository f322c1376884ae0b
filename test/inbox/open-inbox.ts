import { createInbox, type Inbox, type InboxOptions } from "letterpress/inbox";
import nodemailer, { type Transporter } from "nodemailer";
import { onTestFinished } from "vitest";

/** An inbox on a free port that closes when the test ends. */
export async function openInbox(options: InboxOptions = {}): Promise<Inbox> {
  const inbox = await createInbox({ port: 0, ...options });
  onTestFinished(() => inbox.close());
  return inbox;
}

/** A foreign client: nodemailer, which upgrades to TLS because the inbox offers it. */
export function openClient(
  inbox: Inbox,
  options: { readonly auth?: { readonly user: string; readonly pass: string } } = {},
): Transporter {
  const client = nodemailer.createTransport({
    host: "127.0.0.1",
    port: inbox.port,
    tls: { rejectUnauthorized: false },
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}
