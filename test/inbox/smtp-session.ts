import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A hand-driven SMTP dialogue in clear text. */
export interface SmtpSession {
  /** Sends a line and reads the whole reply. */
  say(line: string): Promise<string>;
  /** Sends octets and reads nothing. */
  write(octets: string | Uint8Array): void;
  /** Reads a reply: all its lines, joined with "\n". */
  reply(): Promise<string>;
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<unknown>;
  readonly socket: Socket;
}

/**
 * Connects and reads the greeting. The connection is cut when the test ends.
 *
 * @throws when the greeting is another than expected
 */
export async function openSmtpSession(
  port: number,
  { greeting = /^220 / }: { readonly greeting?: RegExp } = {},
): Promise<SmtpSession> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  const ended = new Promise((resolve) => socket.once("close", resolve));
  const lines = createInterface({ input: socket, crlfDelay: Infinity })[Symbol.asyncIterator]();

  async function reply(): Promise<string> {
    const read: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The server ended the connection after: ${read.join(" / ")}`);
      read.push(value);
      if (/^\d{3}( |$)/.test(value)) return read.join("\n");
    }
  }

  const greeted = await reply();
  if (!greeting.test(greeted)) throw new Error(`The server greeted with: ${greeted}`);
  return {
    reply,
    ended,
    socket,
    write: (octets) => void socket.write(octets),
    say(line) {
      socket.write(`${line}\r\n`);
      return reply();
    },
  };
}

/** Walks a session through EHLO, MAIL, RCPT and DATA, up to the 354. */
export async function startData(session: SmtpSession): Promise<void> {
  await session.say("EHLO client.test");
  await session.say("MAIL FROM:<shop@example.com>");
  await session.say("RCPT TO:<ada@example.com>");
  await session.say("DATA");
}
