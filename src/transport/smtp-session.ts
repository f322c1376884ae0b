import type { SMTPConnectionSendInfo } from "nodemailer/lib/smtp-connection";
import type { RejectedRecipient } from "../errors.ts";
import { BlockSource, WholeSource } from "./byte-source.ts";
import type { ComposedMessage } from "./compose.ts";
import { Dialogue, type SessionSettings } from "./dialogue.ts";
import { rejectedFrom } from "./fault-from-error.ts";
import { faultFromHeard } from "./fault-from-heard.ts";
import { shakeHands } from "./handshake.ts";
import { HeardReplies } from "./heard-replies.ts";
import type { Operation } from "./operation.ts";
import { parseReply } from "./reply.ts";
import { SmtpFault } from "./smtp-fault.ts";
import type { StageTimings } from "./transport-event.ts";

/** What the server answered to a message. */
export interface SendResult {
  readonly accepted: readonly string[];
  readonly rejected: readonly RejectedRecipient[];
  readonly response: string;
  readonly timingsMs: StageTimings;
}

/** One connection, ready to send: one message at a time. */
export class SmtpSession {
  /** Messages it has carried or tried to. */
  messageCount = 0;
  /** Milliseconds that opening it took, by stage. */
  readonly openTimingsMs: StageTimings;
  readonly #dialogue: Dialogue;
  readonly #heard: HeardReplies;

  private constructor(dialogue: Dialogue, openTimingsMs: StageTimings) {
    this.#dialogue = dialogue;
    this.openTimingsMs = openTimingsMs;
    this.#heard = new HeardReplies(dialogue.connection?._socket || dialogue.socket);
  }

  /**
   * Connects, secures and logs in.
   *
   * @throws {SmtpFault} that tells the stage it came to
   */
  static async open(settings: SessionSettings, signal: AbortSignal): Promise<SmtpSession> {
    // Loaded with the first connection: a process that renders, or is yet to send, starts without.
    const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
    const dialogue = new Dialogue(settings);
    return new SmtpSession(dialogue, await shakeHands(dialogue, SMTPConnection, signal));
  }

  /** Whether it can carry another message. */
  get isUsable(): boolean {
    return this.#dialogue.isFree;
  }

  /** Whether what it carries is encrypted. */
  get isEncrypted(): boolean {
    return this.#dialogue.connection?.secure ?? false;
  }

  /**
   * Sends one message.
   *
   * @throws {SmtpFault} whose outcome says whether the server may have it
   */
  async send(message: ComposedMessage, signal: AbortSignal): Promise<SendResult> {
    this.messageCount += 1;
    const dialogue = this.#dialogue;
    this.#heard.clear();
    const operation = dialogue.begin<SMTPConnectionSendInfo>("mail", signal);
    if (!operation.isSettled) this.#write(operation, message);
    try {
      const { accepted, rejectedErrors, response } = await operation.promise;
      const { server } = dialogue.settings;
      const rejected = rejectedFrom(rejectedErrors, server);
      const reply = parseReply(server.credentials?.redact(response) ?? response);
      return { accepted, rejected, response: reply.text, timingsMs: operation.timingsMs };
    } catch (error) {
      if (!SmtpFault.is(error)) throw error;
      throw faultFromHeard(error, this.#heard.read(), message.to, dialogue.settings.server);
    } finally {
      dialogue.onReply = undefined;
    }
  }

  /** Ends a transaction that the server refused, so that the next can begin; gives the session up if that fails. */
  async settle(): Promise<void> {
    const dialogue = this.#dialogue;
    if (!dialogue.needsReset || !dialogue.isFree) return;
    const operation = dialogue.begin<void>("mail", undefined);
    dialogue.connection?.reset((error) =>
      error ? operation.reject(dialogue.toFault(error)) : operation.resolve(),
    );
    await operation.promise.catch(() => dialogue.destroy());
  }

  /** Marks it as waiting for work: it does not keep the process alive, and its end is told. */
  rest(onLost: () => void): void {
    const { socket, connection } = this.#dialogue;
    (connection?._socket || socket).unref();
    this.#dialogue.onLost = onLost;
  }

  /** Marks it as at work again. */
  wake(): void {
    const { socket, connection } = this.#dialogue;
    (connection?._socket || socket).ref();
    this.#dialogue.onLost = undefined;
  }

  /** Says QUIT and waits for the server to agree, at most `timeoutMs`; never throws. */
  async quit(timeoutMs: number): Promise<void> {
    const { connection, isFree } = this.#dialogue;
    this.#dialogue.onLost = undefined;
    this.#dialogue.retire();
    if (connection && isFree) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        connection.once("end", () => {
          clearTimeout(timer);
          resolve();
        });
        connection.quit();
      });
    }
    this.#dialogue.destroy();
  }

  #write(operation: Operation<SMTPConnectionSendInfo>, message: ComposedMessage): void {
    const dialogue = this.#dialogue;
    const { timeoutMs, finalDotTimeoutMs } = dialogue.settings;
    const size = message.bytes.length;
    const body = message.wire
      ? new WholeSource(message.wire)
      : new BlockSource(
          message.bytes,
          () => operation.enter("data", timeoutMs),
          () => operation.enter("final-dot", finalDotTimeoutMs),
        );
    dialogue.onReply = this.#followReplies(operation, message);
    dialogue.connection?.send(
      { from: message.from, to: [...message.to], size },
      body,
      (error, info) =>
        error ? operation.reject(dialogue.toFault(error, size)) : operation.resolve(info),
    );
  }

  /** Replies come in the order of the commands, pipelined or not: MAIL, each RCPT, DATA, the message. */
  #followReplies(operation: Operation<SMTPConnectionSendInfo>, { to, wire }: ComposedMessage) {
    const { timeoutMs, finalDotTimeoutMs } = this.#dialogue.settings;
    let replies = 0;
    return (reply: string): void => {
      replies += 1;
      if (replies <= to.length) operation.enter("rcpt", timeoutMs);
      else if (replies === to.length + 1) operation.enter("data", timeoutMs);
      else if (replies === to.length + 2 && wire && /^[23]/.test(reply)) {
        // Written at once, dot and all, as soon as this returns.
        operation.enter("final-dot", finalDotTimeoutMs);
      }
    };
  }
}
