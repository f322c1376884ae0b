import type { ComposedMessage } from "./compose.ts";
import { Dialogue, type SessionSettings } from "./dialogue.ts";
import { faultFromHeard } from "./fault-from-heard.ts";
import { faultFromReply } from "./fault-from-reply.ts";
import { shakeHands } from "./handshake.ts";
import { parseReply } from "./reply.ts";
import { SmtpFault } from "./smtp-fault.ts";
import { Transaction, type TransactionResult } from "./transaction.ts";
import type { StageTimings } from "./transport-event.ts";

/** What the server answered to a message, and how long it took. */
export interface SendResult extends TransactionResult {
  readonly timingsMs: StageTimings;
}

/**
 * How long in milliseconds the first reply on a connection that was idle may take: what a firewall or
 * a router forgot answers nothing, and a new connection is quick to have.
 */
const forgottenAfterMs = 2_000;

/** A server that is slow by itself gets so many times what it took on this connection before. */
const slownessFactor = 4;

/** One connection, ready to send: one message at a time. */
export class SmtpSession {
  /** Messages it has carried or tried to. */
  messageCount = 0;
  /** Milliseconds that opening it took, by stage. */
  readonly openTimingsMs: StageTimings;
  readonly #dialogue: Dialogue;
  /** Longest wait so far for the reply to MAIL. */
  #slowestMs = 0;

  private constructor(dialogue: Dialogue, openTimingsMs: StageTimings) {
    this.#dialogue = dialogue;
    this.openTimingsMs = openTimingsMs;
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
    const hasEnded = !dialogue.isFree;
    dialogue.isReused = this.messageCount > 1;
    const operation = dialogue.begin<TransactionResult>("mail", signal, this.#firstTimeoutMs);
    const transaction = new Transaction(dialogue, operation, message);
    // It may have ended since it was lent; no one answers what is written then.
    if (hasEnded) operation.reject(dialogue.toFault(new Error("it ended between two messages")));
    else if (!operation.isSettled) transaction.begin();
    try {
      const { accepted, rejected, response } = await operation.promise;
      const { timingsMs } = operation;
      this.#slowestMs = Math.max(this.#slowestMs, timingsMs.mail ?? 0);
      return { accepted, rejected, response, timingsMs };
    } catch (error) {
      if (!SmtpFault.is(error)) throw error;
      throw faultFromHeard(error, transaction.heard, message.to, dialogue.settings.server);
    }
  }

  /** How long the reply to MAIL may take. */
  get #firstTimeoutMs(): number {
    const { timeoutMs } = this.#dialogue.settings;
    if (!this.#dialogue.isReused) return timeoutMs;
    return Math.min(timeoutMs, Math.max(forgottenAfterMs, slownessFactor * this.#slowestMs));
  }

  /** Ends a transaction that the server refused, so that the next can begin; gives the session up if that fails. */
  async settle(): Promise<void> {
    const dialogue = this.#dialogue;
    if (!dialogue.needsReset || !dialogue.isFree) return;
    const operation = dialogue.begin<void>("mail", undefined);
    const { server } = dialogue.settings;
    dialogue.onReply = (reply) => {
      if (reply.startsWith("2")) operation.resolve();
      else operation.reject(faultFromReply(parseReply(reply), "mail", server));
    };
    dialogue.write("RSET\r\n");
    await operation.promise.catch(() => dialogue.destroy());
  }

  /** Marks it as waiting for work: it does not keep the process alive, and its end is told. */
  rest(onLost: () => void): void {
    this.#dialogue.stream?.unref();
    this.#dialogue.onLost = onLost;
  }

  /** Marks it as at work again. */
  wake(): void {
    this.#dialogue.stream?.ref();
    this.#dialogue.onLost = undefined;
  }

  /** Says QUIT and waits for the server to agree, at most `timeoutMs`; never throws. */
  async quit(timeoutMs: number): Promise<void> {
    const dialogue = this.#dialogue;
    const { connection, isFree } = dialogue;
    dialogue.onLost = undefined;
    dialogue.retire();
    if (connection && isFree) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        const end = () => {
          clearTimeout(timer);
          resolve();
        };
        connection.once("end", end);
        dialogue.onReply = end;
        dialogue.write("QUIT\r\n");
      });
    }
    dialogue.destroy();
  }
}
