import type { Socket } from "node:net";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryStage } from "../errors.ts";
import type { ConnectionRace } from "./connection-race.ts";
import { faultFromError } from "./fault-from-error.ts";
import { noOffers, type Offers } from "./offers.ts";
import { Operation } from "./operation.ts";
import { ReplyReader } from "./reply-reader.ts";
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
  /** The addresses that are being tried, until one answers. */
  race: ConnectionRace | undefined;
  /** Once it is connected; after STARTTLS it lies inside another. */
  socket: Socket | undefined;
  /** nodemailer's side of it, once the socket is connected. */
  connection: SMTPConnection | undefined;
  /** Told of each reply to the exchange that is under way. */
  onReply: ((reply: string) => void) | undefined;
  /** Told of a reply that comes before there is anything to answer. */
  onEarlyReply: ((reply: string) => void) | undefined;
  /** Called once, when the server ends the connection while nothing is under way. */
  onLost: (() => void) | undefined;
  /** Whether the server's EHLO reply offered STARTTLS. */
  offersStartTls = false;
  /** What the server's last EHLO reply offered. */
  offers: Offers = noOffers;
  /** Whether the server may still hold a transaction that it has refused. */
  needsReset = false;
  /** Whether it has carried a message before the one that is under way. */
  isReused = false;
  /** Replies that commands already written are waiting for. */
  #owedCount = 0;
  readonly #reader = new ReplyReader();
  #operation: Operation<unknown> | undefined;
  #isBroken = false;
  /** The stage that the last reply belongs to; the dialogue may be one ahead of it. */
  #answeredStage: DeliveryStage = "connect";
  readonly #record: DialogueRecord | undefined;

  constructor(settings: SessionSettings) {
    this.settings = settings;
    this.#record = settings.openRecord?.();
  }

  /** Whether something new can begin. */
  get isFree(): boolean {
    return !this.#isBroken && !this.#operation;
  }

  /** Begins an exchange; it has ended already when the signal has aborted. */
  begin<T>(
    stage: DeliveryStage,
    signal: AbortSignal | undefined,
    timeoutMs: number = this.settings.timeoutMs,
  ): Operation<T> {
    const { server, now } = this.settings;
    const onSettled = (fault: SmtpFault | undefined) => {
      this.#operation = undefined;
      this.onReply = undefined;
      this.onEarlyReply = undefined;
      this.needsReset = fault !== undefined;
      // At once: nothing more may be written after it was decided that the message is not sent.
      if (fault?.details.connectionLost) this.destroy();
    };
    const operation = new Operation<T>({
      ...{ server: server.name, stage, timeoutMs, signal, now, onSettled },
      describeSilence: (at) => (at === "connect" ? this.race?.story : undefined),
    });
    if (!operation.isSettled) this.#operation = operation as Operation<unknown>;
    return operation;
  }

  /** Takes note of a reply, which belongs to the stage that the exchange is in now. */
  hear(reply: string): void {
    // What nodemailer found cut short when the connection had ended leads to nothing.
    if (this.stream?.destroyed !== false) return;
    if (this.#operation) this.#answeredStage = this.#operation.stage;
    this.record("server", reply);
    this.onReply?.(reply);
  }

  /**
   * Reads and writes the socket itself from now on, once nodemailer has secured it and logged in:
   * its own way of sending costs more than all else that is done for a message, acts on one reply a
   * turn, and forgets the others when the connection ends.
   */
  takeOver(): void {
    this.stream?.removeAllListeners("data");
    this.stream?.on("data", (chunk: Buffer) => {
      const replies = this.#reader.read(chunk);
      for (const reply of replies ?? []) this.#act(reply);
      if (!replies) this.#end("a reply of it has no end");
    });
  }

  /**
   * Writes command lines, each of which the server owes a reply, as soon as all that it has said so
   * far is read: what it says before is no answer to them. Not written when the exchange has ended.
   */
  say(commands: string): void {
    const operation = this.#operation;
    setImmediate(() => {
      if (operation && operation === this.#operation) this.write(commands);
    });
  }

  /** Writes command lines at once. */
  write(commands: string): void {
    const lines = commands.trimEnd().split("\r\n");
    this.#owedCount += lines.length;
    if (this.#record) for (const line of lines) this.record("client", line);
    this.stream?.write(commands, "latin1");
  }

  /** Writes octets of a message, which no record shows. */
  writeOctets(octets: Buffer, onWritten: (error?: Error | null) => void): void {
    this.stream?.write(octets, onWritten);
  }

  /** From now on the server may reply to the message as a whole. */
  expectReply(): void {
    this.#owedCount += 1;
  }

  /** Writes a line into the record of the connection, where one is kept. */
  record(from: "client" | "server", text: string): void {
    if (!this.#record) return;
    this.#record(from, this.settings.server.credentials?.redact(text) ?? text);
  }

  /** The fault that an error is in the present exchange. */
  toFault(error: Error): SmtpFault {
    const { server, timeoutMs } = this.settings;
    return faultFromError(error, {
      ...{ server, timeoutMs, offersStartTls: this.offersStartTls },
      stage: this.#operation?.stage ?? "mail",
      answeredStage: this.#answeredStage,
    });
  }

  /** The connection has ended, under way or idle. */
  fail(error: Error): void {
    const wasFree = this.isFree;
    this.#isBroken = true;
    // A last reply may have been cut short; a refusal is known from its code.
    const { rest } = this.#reader;
    if (this.#owedCount > 0 && /^[45]\d{2}[ -]/.test(rest)) this.#act(rest);
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
    this.race?.cancel();
    this.connection?.close();
    // After STARTTLS nodemailer holds another socket, around this one; both go.
    this.socket?.on("error", () => undefined);
    this.socket?.destroy();
  }

  /** What is read and written: after STARTTLS the socket around {@link socket}. */
  get stream(): Socket | undefined {
    return this.connection?._socket || this.socket;
  }

  #act(reply: string): void {
    this.record("server", reply);
    const isOwed = this.#owedCount > 0;
    if (isOwed) this.#owedCount -= 1;
    // A server may end a connection with a 421 at any time (RFC 5321 §3.8).
    if (this.onReply && (isOwed || reply.startsWith("421"))) this.onReply(reply);
    else if (!this.#isBroken) this.#actOutOfTurn(reply);
  }

  #actOutOfTurn(reply: string): void {
    if (this.isReused && this.#operation?.stage === "mail") {
      // No word of the next message was written: it ended the connection between the two.
      this.fail(new Error("it spoke between two messages"));
      this.destroy();
    } else if (this.onEarlyReply) this.onEarlyReply(reply);
    else this.#end("it answered what no one had asked");
  }

  /** Ends it because of what the server said out of turn. */
  #end(why: string): void {
    this.fail(Object.assign(new Error(why), { code: "EPROTOCOL" }));
    this.destroy();
  }
}
