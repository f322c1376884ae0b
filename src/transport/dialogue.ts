import { connect, type Socket } from "node:net";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryStage } from "../errors.ts";
import { faultFromError } from "./fault-from-error.ts";
import { Operation } from "./operation.ts";
import type { ServerSettings } from "./server-settings.ts";
import type { SmtpFault } from "./smtp-fault.ts";

/** What a connection needs to know. */
export interface SessionSettings {
  readonly server: ServerSettings;
  readonly timeoutMs: number;
  readonly finalDotTimeoutMs: number;
  readonly now: () => number;
  /** Begins the record of a connection, where one is kept. */
  readonly openRecord: (() => DialogueRecord) | undefined;
}

/** Told of each command and each reply of one connection, credentials masked. */
export type DialogueRecord = (from: "client" | "server", text: string) => void;

/** One socket and the exchange that is under way on it: one at a time, and what ends it. */
export class Dialogue {
  readonly settings: SessionSettings;
  readonly socket: Socket;
  /** nodemailer's side of it, once the socket is connected. */
  connection: SMTPConnection | undefined;
  /** Told of each reply before anything is done about it. */
  onReply: ((reply: string) => void) | undefined;
  /** Called once, when the server ends the connection while nothing is under way. */
  onLost: (() => void) | undefined;
  /** Whether the server's EHLO reply offered STARTTLS. */
  offersStartTls = false;
  /** Whether the server may still hold a transaction that it has refused. */
  needsReset = false;
  #operation: Operation<unknown> | undefined;
  #isBroken = false;
  /** The stage that the last reply belongs to; the dialogue may be one ahead of it. */
  #answeredStage: DeliveryStage = "connect";
  readonly #record: DialogueRecord | undefined;

  constructor(settings: SessionSettings) {
    this.settings = settings;
    this.#record = settings.openRecord?.();
    const { host, port } = settings.server;
    this.socket = connect({ host, port });
  }

  /** Whether something new can begin. */
  get isFree(): boolean {
    return !this.#isBroken && !this.#operation;
  }

  /** Begins an exchange; it has ended already when the signal has aborted. */
  begin<T>(stage: DeliveryStage, signal: AbortSignal | undefined): Operation<T> {
    const { server, timeoutMs, now } = this.settings;
    const onSettled = (fault: SmtpFault | undefined) => {
      this.#operation = undefined;
      this.needsReset = fault !== undefined;
      // At once: nothing more may be written after it was decided that the message is not sent.
      if (fault?.details.connectionLost) this.destroy();
    };
    const operation = new Operation<T>({
      ...{ server: server.name, stage, timeoutMs, signal, now, onSettled },
    });
    if (!operation.isSettled) this.#operation = operation as Operation<unknown>;
    return operation;
  }

  /** Takes note of a reply, which belongs to the stage that the exchange is in now. */
  hear(reply: string): void {
    // What nodemailer found cut short when the connection had ended leads to nothing.
    if ((this.connection?._socket || this.socket).destroyed) return;
    if (this.#operation) this.#answeredStage = this.#operation.stage;
    this.record("server", reply);
    this.onReply?.(reply);
  }

  /** Writes a line into the record of the connection, where one is kept. */
  record(from: "client" | "server", text: string): void {
    if (!this.#record) return;
    this.#record(from, this.settings.server.credentials?.redact(text) ?? text);
  }

  /** The fault that an error is in the present exchange. */
  toFault(error: Error, sizeBytes?: number): SmtpFault {
    const { server, timeoutMs } = this.settings;
    return faultFromError(error, {
      ...{ server, timeoutMs, sizeBytes, offersStartTls: this.offersStartTls },
      stage: this.#operation?.stage ?? "mail",
      answeredStage: this.#answeredStage,
    });
  }

  /** The connection has ended, under way or idle. */
  fail(error: Error): void {
    const wasFree = this.isFree;
    this.#isBroken = true;
    this.#operation?.reject(this.toFault(error));
    if (wasFree) this.onLost?.();
  }

  /** Lets nothing new begin. */
  retire(): void {
    this.#isBroken = true;
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#isBroken = true;
    this.connection?.close();
    // After STARTTLS nodemailer holds another socket, around this one; both go.
    this.socket.on("error", () => undefined);
    this.socket.destroy();
  }
}
