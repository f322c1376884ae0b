import type { AddressInfo, Socket } from "node:net";
import { domainToASCII } from "node:url";
import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server";
import type { Certificate } from "./certificate.ts";
import type { InboxMessage } from "./inbox.ts";
import { PromptSmtpServer } from "./prompt-smtp-server.ts";
import { readData } from "./read-data.ts";

/** What a client handed over. */
export interface ReceivedMail {
  readonly envelope: InboxMessage["envelope"];
  readonly raw: Uint8Array;
}

/** What {@link startSmtpListener} needs. */
export interface SmtpListenerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Announced as SIZE (RFC 1870); more is answered with 552. */
  readonly maxMessageBytes: number;
  readonly certificate: Certificate;
  /** Stores a mail; the client gets its 250 when this resolves. @returns the text of the reply */
  readonly receive: (mail: ReceivedMail) => Promise<string>;
}

/** A listening SMTP server. */
export interface SmtpListener {
  readonly port: number;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/** Only loopback: the inbox takes mail from anyone who can reach it. */
export const smtpHost = "127.0.0.1";

/**
 * Starts an SMTP server on 127.0.0.1 that speaks the extensions Postmark's does: STARTTLS, AUTH
 * PLAIN and LOGIN, also before TLS, SIZE, 8BITMIME, and neither SMTPUTF8 nor CHUNKING.
 *
 * @throws {Error} when the port is taken or not allowed, naming it and the remedy
 */
export async function startSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const sockets = new Set<Socket>();
  const server = new PromptSmtpServer({
    ...options.certificate,
    name: "localhost",
    banner: "Letterpress inbox",
    size: options.maxMessageBytes,
    rejectOversized: true,
    authMethods: ["PLAIN", "LOGIN"],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideSMTPUTF8: true,
    hideENHANCEDSTATUSCODES: false,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onData: (stream, session, callback) => {
      receiveData(stream, session, options.receive).then(
        (reply) => callback(null, reply),
        (error) => callback(error),
      );
    },
  });
  // Clients that vanish mid-message are their own affair; without a listener Node would exit.
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const port = await listen(server, options.port);
  let closing: Promise<void> | undefined;
  return {
    port,
    close() {
      closing ??= new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      });
      return closing;
    },
  };
}

async function receiveData(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  receive: SmtpListenerOptions["receive"],
): Promise<string> {
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = {
    from: mailFrom ? toAscii(mailFrom.address) : "",
    to: rcptTo.map(({ address }) => toAscii(address)),
  };
  const raw = await readData(stream);
  // The library answers an oversized message with 552 whatever is said here.
  return raw ? receive({ envelope, raw }) : "";
}

// The library turns punycode into Unicode; an address is kept in the form it was sent in.
function toAscii(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  return address.slice(0, at) + (domainToASCII(address.slice(at)) || address.slice(at));
}

function listen(server: PromptSmtpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const listening = server.server;
    listening.once("error", (error: NodeJS.ErrnoException) => reject(describe(error, port)));
    server.listen(port, smtpHost, () => resolve((listening.address() as AddressInfo).port));
  });
}

const remedyByCode: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program; pass another port, or 0 for any free one",
  EACCES: "may not be opened by this user; pass a port above 1023, or 0 for any free one",
};

function describe(error: NodeJS.ErrnoException, port: number): Error {
  const remedy = remedyByCode[error.code ?? ""] ?? `cannot be opened (${error.message})`;
  const described = new Error(`Cannot start the inbox: port ${port} on ${smtpHost} ${remedy}`, {
    cause: error,
  });
  return Object.assign(described, { code: error.code });
}
