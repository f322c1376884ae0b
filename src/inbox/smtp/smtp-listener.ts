import type { AddressInfo } from "node:net";
import { maxRecipients } from "../../message/limits.ts";
import type { Certificate } from "./certificate.ts";
import { connectionLimits, createByteCounter } from "./connection-limits.ts";
import type { SmtpFaults } from "./faults.ts";
import { PromptSmtpServer } from "./prompt-smtp-server.ts";
import { createSmtpHandlers, type SmtpHandlersOptions } from "./smtp-handlers.ts";

/** What {@link startSmtpListener} needs. */
export interface SmtpListenerOptions
  extends Omit<SmtpHandlersOptions, "cut" | "drain" | "counter"> {
  /** 0 takes a free one. */
  readonly port: number;
  /** Announced as SIZE (RFC 1870); more is answered with 552. */
  readonly maxMessageBytes: number;
  readonly certificate: Certificate;
  /** Whether STARTTLS is offered. */
  readonly startTls: boolean;
  /**
   * Whether MAIL without a login is answered 530, more recipients than Postmark takes 452, and an
   * address that breaks the grammar 501.
   */
  readonly isStrict: boolean;
  readonly faults: SmtpFaults;
}

/** A listening SMTP server. */
export interface SmtpListener {
  readonly port: number;
  /** Stops listening and ends every connection. May be called twice. */
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
  const counter = createByteCounter();
  const server = new PromptSmtpServer(
    {
      ...options.certificate,
      name: "localhost",
      banner: "Letterpress inbox",
      size: options.maxMessageBytes,
      maxClients: connectionLimits.connections,
      maxRecipients: options.isStrict ? maxRecipients : connectionLimits.recipients,
      socketTimeout: connectionLimits.idleMs,
      rejectOversized: true,
      authMethods: ["PLAIN", "LOGIN"],
      authOptional: !options.isStrict,
      allowInsecureAuth: true,
      disabledCommands: options.startTls ? [] : ["STARTTLS"],
      disableReverseLookup: true,
      hideSMTPUTF8: true,
      hideENHANCEDSTATUSCODES: false,
      ...createSmtpHandlers({
        ...options,
        counter,
        cut: (id) => server.cut(id),
        drain: (id) => server.drain(id),
      }),
    },
    {
      faults: options.faults,
      takesSloppy: !options.isStrict,
      logger: options.conversations.logger,
    },
  );
  // Clients that vanish mid-message are their own affair; without a listener Node would exit.
  server.on("error", () => {});
  const port = await listen(server, options.port);
  let closing: Promise<void> | undefined;
  return {
    port,
    close() {
      closing ??= new Promise((resolve) => {
        server.close(resolve);
        server.cutAll();
      });
      return closing;
    },
  };
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
