import { createPostmarkTransport, createSender, isDeliveryError } from "letterpress";
import type { Inbox } from "letterpress/inbox";
import nodemailer from "nodemailer";
import { createFakeClock } from "../../transport/fake-clock.ts";
import { fromOf } from "./bad-luck.ts";

/** What the caller knows at the end. */
export type Verdict = "sent" | "failed" | "unknown";

/** A way to send with its own idea of what to do about an error. */
export interface Client {
  readonly name: string;
  readonly open: (inbox: Inbox) => {
    readonly send: (n: number) => Promise<Verdict>;
    readonly close: () => Promise<void> | void;
  };
}

const token = "8d0a2f6e-1b2c-4d3e-9f40-5a6b7c8d9e0f";
const connections = 10;
/** How often a loop around a sender tries, which is more than bad luck lasts. */
const mostTries = 20;

/** The clients that are compared. */
export const clients: readonly Client[] = [
  { name: "nodemailer's pool alone", open: (inbox) => openNodemailer(inbox, 1) },
  {
    name: "nodemailer's pool, again on any error",
    open: (inbox) => openNodemailer(inbox, mostTries),
  },
  { name: "ours", open: (inbox) => openOurs(inbox, false) },
  { name: "ours, the unknown looked up first", open: (inbox) => openOurs(inbox, true) },
];

/** The subject of a message, which tells it apart whatever its ids are. */
export function subjectOf(n: number): string {
  return `Order ${n}`;
}

function makeParts(n: number) {
  return { from: fromOf(n), to: "ada@example.com", subject: subjectOf(n), text: "Thank you" };
}

function openNodemailer({ port }: Inbox, tries: number) {
  const pool = nodemailer.createTransport({
    ...{ pool: true, host: "127.0.0.1", port, maxConnections: connections },
    ...{ auth: { user: token, pass: token }, tls: { rejectUnauthorized: false } },
  });
  const send = async (n: number): Promise<Verdict> => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await pool.sendMail(makeParts(n));
        return "sent";
      } catch {
        // Whatever it was: that is the loop that queues have.
      }
    }
    return "failed";
  };
  return { send, close: () => pool.close() };
}

function openOurs(inbox: Inbox, looksUp: boolean) {
  const sender = createSender({
    transport: createPostmarkTransport({
      ...{ serverToken: token, host: "127.0.0.1", port: inbox.port, maxConnections: connections },
      // Back-off passes at once.
      clock: createFakeClock().clock,
    }),
  });
  const send = async (n: number): Promise<Verdict> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await sender.send(makeParts(n));
        return "sent";
      } catch (error) {
        const unknown = isDeliveryError(error) && error.outcome === "unknown" ? error : undefined;
        if (looksUp && unknown && isThere(inbox, unknown.messageId)) return "sent";
        if (!looksUp || tries === mostTries) return unknown ? "unknown" : "failed";
      }
    }
  };
  return { send, close: () => sender.close() };
}

/** What a search of Postmark's messages by our metadata would tell, at once. */
function isThere(inbox: Inbox, messageId = ""): boolean {
  const id = /^<(.+)@/.exec(messageId)?.[1];
  return inbox.list().some(({ metadata }) => metadata["letterpress-id"] === id);
}
