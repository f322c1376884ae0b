import { connect, type Socket } from "node:net";
import SMTPConnection, { type SMTPConnectionSendInfo } from "nodemailer/lib/smtp-connection";
import type { DeliveryStage, RejectedRecipient } from "../errors.ts";
import { BlockSource, fitsOneBlock, WholeSource } from "./byte-source.ts";
import type { ComposedMessage } from "./compose.ts";
import { createDialogueLog } from "./dialogue-log.ts";
import { faultFromError, noLogin, rejectedFrom } from "./fault-from-error.ts";
import { Operation } from "./operation.ts";
import { parseReply } from "./reply.ts";
import type { ServerSettings } from "./server-settings.ts";
import type { SmtpFault } from "./smtp-fault.ts";
import type { StageTimings } from "./transport-event.ts";

/** nodemailer's own time-outs stand behind ours; they only fire should ours be wrong. */
const backstopMs = 5_000;

/** What a session needs to know. */
export interface SessionSettings {
  readonly server: ServerSettings;
  readonly timeoutMs: number;
  readonly finalDotTimeoutMs: number;
  readonly now: () => number;
}

/** What the server answered to a message. */
export interface SendResult {
  readonly accepted: readonly string[];
  readonly rejected: readonly RejectedRecipient[];
  readonly response: string;
  readonly timingsMs: StageTimings;
}

/** One connection, from the first packet to the last. Does one thing at a time. */
export class SmtpSession {
  /** Messages it has carried or tried to. */
  messageCount = 0;
  /** Called once, when the server ends the connection while nothing is under way. */
  onLost: (() => void) | undefined;
  readonly #settings: SessionSettings;
  readonly #socket: Socket;
  #connection: SMTPConnection | undefined;
  #operation: Operation<unknown> | undefined;
  #isUsable = true;
  #needsReset = false;
  #offersStartTls = false;
  /** The stage that the last reply belongs to. */
  #answeredStage: DeliveryStage = "connect";
  #openTimingsMs: StageTimings = {};
  #onReply: ((reply: string) => void) | undefined;

  private constructor(settings: SessionSettings) {
    this.#settings = settings;
    const { host, port } = settings.server;
    this.#socket = connect({ host, port });
  }

  /**
   * Connects, secures and logs in.
   *
   * @throws {SmtpFault} that tells the stage it came to
   */
  static async open(settings: SessionSettings, signal?: AbortSignal): Promise<SmtpSession> {
    const session = new SmtpSession(settings);
    const operation = session.#begin<void>("connect", signal);
    session.#connect(operation);
    try {
      await operation.promise;
    } catch (error) {
      session.destroy();
      throw error;
    }
    session.#openTimingsMs = operation.timingsMs;
    return session;
  }

  /** Whether it can carry another message. */
  get isUsable(): boolean {
    return this.#isUsable && !this.#operation;
  }

  /** Whether what it carries is encrypted. */
  get isEncrypted(): boolean {
    return this.#connection?.secure ?? false;
  }

  /** Milliseconds that opening it took, by stage. */
  get openTimingsMs(): StageTimings {
    return this.#openTimingsMs;
  }

  /**
   * Sends one message.
   *
   * @throws {SmtpFault} whose outcome says whether the server may have it
   */
  async send(message: ComposedMessage, signal?: AbortSignal): Promise<SendResult> {
    this.messageCount += 1;
    const operation = this.#begin<SMTPConnectionSendInfo>("mail", signal);
    if (!operation.isSettled) this.#write(operation, message);
    try {
      const { accepted, rejectedErrors, response } = await operation.promise;
      const { server } = this.#settings;
      const rejected = rejectedFrom(rejectedErrors, server);
      const reply = parseReply(server.credentials?.redact(response) ?? response);
      return { accepted, rejected, response: reply.text, timingsMs: operation.timingsMs };
    } finally {
      this.#onReply = undefined;
    }
  }

  #write(operation: Operation<SMTPConnectionSendInfo>, message: ComposedMessage): void {
    this.#onReply = this.#followEnvelope(operation, message);
    const size = message.bytes.length;
    const body = fitsOneBlock(message.bytes)
      ? new WholeSource(message.wire)
      : new BlockSource(
          message.bytes,
          () => operation.enter("data", this.#settings.timeoutMs),
          () => operation.enter("final-dot", this.#settings.finalDotTimeoutMs),
        );
    this.#connection?.send(
      { from: message.from, to: [...message.to], size },
      body,
      (error, info) =>
        error ? operation.reject(this.#toFault(error, size)) : operation.resolve(info),
    );
  }

  /** Ends a transaction that the server refused, so that the next can begin; gives the session up if that fails. */
  async settle(): Promise<void> {
    if (!this.#needsReset || !this.isUsable) return;
    this.#needsReset = false;
    const operation = this.#begin<void>("mail", undefined);
    this.#connection?.reset((error) =>
      error ? operation.reject(this.#toFault(error)) : operation.resolve(),
    );
    await operation.promise.catch(() => this.destroy());
  }

  /** Lets the process end although the connection is open, or not. */
  setIdle(isIdle: boolean): void {
    const socket = this.#connection?._socket || this.#socket;
    if (isIdle) socket.unref();
    else socket.ref();
  }

  /** Says QUIT and waits for the server to agree, at most `timeoutMs`; never throws. */
  async quit(timeoutMs: number): Promise<void> {
    const connection = this.#connection;
    if (!connection || !this.isUsable) {
      this.destroy();
      return;
    }
    this.#isUsable = false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      connection.once("end", () => {
        clearTimeout(timer);
        resolve();
      });
      connection.quit();
    });
    this.destroy();
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#isUsable = false;
    this.#connection?.close();
    // After STARTTLS nodemailer holds another socket, around this one; both go.
    this.#socket.on("error", () => undefined);
    this.#socket.destroy();
  }

  #begin<T>(stage: DeliveryStage, signal: AbortSignal | undefined): Operation<T> {
    const { server, timeoutMs, now } = this.#settings;
    const onSettled = (fault: SmtpFault | undefined) => {
      this.#operation = undefined;
      this.#needsReset = fault !== undefined;
      // At once: nothing more may be written after it was decided that the message is not sent.
      if (fault?.details.connectionLost) this.destroy();
    };
    const operation = new Operation<T>({
      ...{ server: server.name, stage, timeoutMs, signal, now, onSettled },
    });
    if (!operation.isSettled) this.#operation = operation as Operation<unknown>;
    return operation;
  }

  #connect(operation: Operation<void>): void {
    const onError = (error: Error) => operation.reject(this.#toFault(error));
    this.#socket.once("error", onError);
    this.#socket.once("connect", () => {
      this.#socket.off("error", onError);
      if (operation.isSettled) return;
      operation.enter("greeting", this.#settings.timeoutMs);
      this.#greet(operation);
    });
  }

  #greet(operation: Operation<void>): void {
    const { server, timeoutMs, finalDotTimeoutMs } = this.#settings;
    const connection = new SMTPConnection({
      connection: this.#socket,
      host: server.host,
      port: server.port,
      requireTLS: server.tlsRequired,
      tls: server.tls,
      connectionTimeout: 4 * timeoutMs + backstopMs,
      greetingTimeout: timeoutMs + backstopMs,
      socketTimeout: Math.max(timeoutMs, finalDotTimeoutMs) + backstopMs,
      socketCloseTimeout: 0,
      transactionLog: true,
      logger: createDialogueLog({
        onCommand: (verb) => this.#followHandshake(verb),
        onReply: (reply) => this.#onReply?.(reply),
      }),
    });
    this.#connection = connection;
    this.#onReply = (reply) => {
      this.#answeredStage = operation.stage;
      this.#offersStartTls ||= /^250[ -]STARTTLS\b/im.test(reply);
      operation.enter(operation.stage, timeoutMs);
    };
    connection.on("error", (error: Error) => this.#fail(error));
    // The error that belongs to an end may come right after it.
    connection.on("end", () => queueMicrotask(() => this.#fail(new Error("connection closed"))));
    connection.connect((error) => {
      if (error) operation.reject(this.#toFault(error));
      else this.#login(connection, operation);
    });
  }

  #login(connection: SMTPConnection, operation: Operation<void>): void {
    const { server, timeoutMs } = this.#settings;
    const ready = () => {
      this.#onReply = undefined;
      operation.resolve();
    };
    if (!server.credentials) {
      ready();
    } else if (!connection.allowsAuth) {
      operation.reject(noLogin(server));
    } else {
      operation.enter("auth", timeoutMs);
      connection.login(server.credentials.reveal(), (error) =>
        error ? operation.reject(this.#toFault(error)) : ready(),
      );
    }
  }

  #followHandshake(verb: string): void {
    if (verb === "STARTTLS") this.#operation?.enter("tls", this.#settings.timeoutMs);
  }

  /** Replies come in the order of the commands, pipelined or not: MAIL, each RCPT, DATA, the message. */
  #followEnvelope(operation: Operation<SMTPConnectionSendInfo>, message: ComposedMessage) {
    const { timeoutMs, finalDotTimeoutMs } = this.#settings;
    let replies = 0;
    return (reply: string) => {
      this.#answeredStage = operation.stage;
      replies += 1;
      if (replies <= message.to.length) operation.enter("rcpt", timeoutMs);
      else if (replies === message.to.length + 1) operation.enter("data", timeoutMs);
      else if (replies === message.to.length + 2 && /^[23]/.test(reply)) {
        // Written at once, dot and all, as soon as this returns.
        if (fitsOneBlock(message.bytes)) operation.enter("final-dot", finalDotTimeoutMs);
      }
    };
  }

  #toFault(error: Error, sizeBytes?: number) {
    const { server, timeoutMs } = this.#settings;
    const stage = this.#operation?.stage ?? "mail";
    return faultFromError(error, {
      ...{ stage, server, sizeBytes, timeoutMs },
      answeredStage: this.#answeredStage,
      offersStartTls: this.#offersStartTls,
    });
  }

  #fail(error: Error): void {
    const wasIdle = this.#isUsable && !this.#operation;
    this.#isUsable = false;
    this.#operation?.reject(this.#toFault(error));
    if (wasIdle) this.onLost?.();
  }
}
