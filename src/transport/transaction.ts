import type { RejectedRecipient } from "../errors.ts";
import type { ComposedMessage } from "./compose.ts";
import type { Dialogue } from "./dialogue.ts";
import { faultFromReply } from "./fault-from-reply.ts";
import { tooLarge, unwritableAddress } from "./message-fault.ts";
import type { Operation } from "./operation.ts";
import { parseReply, type Reply, toRejected } from "./reply.ts";
import type { SmtpFault } from "./smtp-fault.ts";

/** What the server answered to a message. */
export interface TransactionResult {
  readonly accepted: readonly string[];
  readonly rejected: readonly RejectedRecipient[];
  readonly response: string;
}

/** Octets of a large message handed over at a time: few calls, and yet it shows how far it has come. */
const blockBytes = 65_536;

/**
 * One message on its way: MAIL, RCPT for each recipient, DATA, the message. What goes before the
 * message is one write where the server takes commands in a row (RFC 2920), and the message with
 * its dot another, so that a message costs two round trips and there is no moment between its last
 * octet and its dot.
 */
export class Transaction {
  readonly #dialogue: Dialogue;
  readonly #operation: Operation<TransactionResult>;
  readonly #message: ComposedMessage;
  readonly #isPipelined: boolean;
  readonly #accepted: string[] = [];
  readonly #rejected: RejectedRecipient[] = [];
  /** Replies that came. They come in the order of the commands, pipelined or not. */
  readonly heard: string[] = [];
  /** Whether the system has taken the whole message. */
  #isWritten = false;
  /** Why there will be no message, while replies to commands already sent are still to come. */
  #fault: SmtpFault | undefined;

  constructor(
    dialogue: Dialogue,
    operation: Operation<TransactionResult>,
    message: ComposedMessage,
  ) {
    this.#dialogue = dialogue;
    this.#operation = operation;
    this.#message = message;
    this.#isPipelined = dialogue.offers.pipelining;
  }

  /** Writes the first commands; the operation settles when the last reply has come. */
  begin(): void {
    const { offers, settings } = this.#dialogue;
    const { from, to, bytes } = this.#message;
    if (offers.maxSizeBytes > 0 && bytes.length > offers.maxSizeBytes) {
      this.#operation.reject(tooLarge(bytes.length, settings.server));
      return;
    }
    if (to.length === 0 || !isWritable(from) || !to.every(isWritable)) {
      this.#operation.reject(unwritableAddress());
      return;
    }
    this.#dialogue.onReply = (reply) => this.#hear(reply);
    this.#dialogue.onEarlyReply = (reply) => this.#giveUp(this.#fault ?? this.#refusal(reply));
    let commands = `MAIL FROM:<${from}>${offers.size ? ` SIZE=${bytes.length}` : ""}\r\n`;
    if (this.#isPipelined) {
      for (const address of to) commands += rcpt(address);
      commands += "DATA\r\n";
    }
    this.#dialogue.say(commands);
  }

  #hear(reply: string): void {
    const index = this.heard.length;
    this.heard.push(reply);
    const { to } = this.#message;
    if (reply.startsWith("421")) this.#giveUp(this.#fault ?? this.#refusal(reply));
    else if (index <= to.length && !isFinal(reply)) this.#giveUp(this.#refusal(reply));
    else if (index === 0) this.#hearMail(reply);
    else if (index <= to.length) this.#hearRcpt(reply, index);
    else if (index === to.length + 1) this.#hearData(reply);
    else this.#hearMessage(reply);
  }

  #hearMail(reply: string): void {
    if (!isPositive(reply)) this.#fault = this.#refusal(reply);
    if (this.#fault && !this.#isPipelined) {
      this.#operation.reject(this.#fault);
      return;
    }
    this.#operation.enter("rcpt", this.#dialogue.settings.timeoutMs);
    if (!this.#isPipelined) this.#dialogue.say(rcpt(this.#message.to[0]));
  }

  /** @param index counts from 1 */
  #hearRcpt(reply: string, index: number): void {
    const { to } = this.#message;
    const address = to[index - 1] ?? "";
    if (isPositive(reply)) this.#accepted.push(address);
    else this.#rejected.push(toRejected(address, this.#parse(reply)));
    const isLast = index === to.length;
    if (isLast && this.#accepted.length === 0) this.#fault ??= this.#refusalOfAll();
    if (this.#fault && isLast && !this.#isPipelined) {
      this.#operation.reject(this.#fault);
      return;
    }
    this.#operation.enter(isLast ? "data" : "rcpt", this.#dialogue.settings.timeoutMs);
    if (!this.#isPipelined) this.#dialogue.say(isLast ? "DATA\r\n" : rcpt(to[index]));
  }

  /** Only 354 grants it (RFC 5321 §4.3.2): a 250 belongs to another command, or to none. */
  #hearData(reply: string): void {
    const isGranted = reply.startsWith("354");
    if (!isGranted && !isRefusal(reply)) this.#giveUp(this.#refusal(reply));
    else if (!this.#fault) {
      if (isGranted) this.#writeMessage();
      else this.#operation.reject(this.#refusal(reply));
    } else if (!isGranted) {
      this.#operation.reject(this.#fault);
    } else if (this.#fault.details.stage === "mail") {
      // It refused the sender and yet waits for a message: not to be trusted with an empty one either.
      this.#giveUp(this.#fault);
    } else {
      // RFC 2920 §3.1: no one to send it to; an empty message ends what the server has begun.
      this.#dialogue.say(".\r\n");
    }
  }

  #hearMessage(reply: string): void {
    if (this.#fault) this.#operation.reject(this.#fault);
    // An answer to a message that has not been written whole; the rest of it has no place to go.
    else if (this.#operation.stage === "data") this.#giveUp(this.#refusal(reply));
    else if (!isPositive(reply)) this.#operation.reject(this.#refusal(reply));
    else if (this.#isWritten) this.#accept(reply);
    // Under TLS it is told a turn late that all is written.
    else
      setImmediate(() =>
        this.#isWritten ? this.#accept(reply) : this.#giveUp(this.#refusal(reply)),
      );
  }

  #accept(reply: string): void {
    this.#operation.resolve({
      accepted: this.#accepted,
      rejected: this.#rejected,
      response: this.#parse(reply).text,
    });
  }

  /** Not at once: what the server has said by now without being asked is no answer to the message. */
  #writeMessage(): void {
    const { wire } = this.#message;
    const { timeoutMs, finalDotTimeoutMs } = this.#dialogue.settings;
    let offset = 0;
    const writeBlock = () => {
      if (this.#operation.isSettled) return;
      if (offset === 0) this.#dialogue.expectReply();
      const block = wire.subarray(offset, offset + blockBytes);
      offset += block.length;
      const isLast = offset >= wire.length;
      this.#operation.enter(isLast ? "final-dot" : "data", isLast ? finalDotTimeoutMs : timeoutMs);
      this.#dialogue.writeOctets(block, (error) => {
        if (error) return;
        if (isLast) this.#isWritten = true;
        // Not at once, though there be room: a server that hangs up is to be noticed before the dot.
        else setImmediate(writeBlock);
      });
    };
    setImmediate(writeBlock);
  }

  /** Ends it and the connection with it. */
  #giveUp(fault: SmtpFault): void {
    this.#operation.reject(fault);
    this.#dialogue.destroy();
  }

  #refusal(reply: string): SmtpFault {
    return faultFromReply(
      this.#parse(reply),
      this.#operation.stage,
      this.#dialogue.settings.server,
    );
  }

  /** A refusal for now counts before one for good: the message as a whole may still go through later. */
  #refusalOfAll(): SmtpFault {
    const rejected = this.#rejected;
    const decisive = rejected.find(({ smtpCode = 0 }) => smtpCode < 500) ?? rejected.at(-1);
    const reply = parseReply(decisive?.response ?? "");
    return faultFromReply(reply, "rcpt", this.#dialogue.settings.server, rejected);
  }

  #parse(reply: string): Reply {
    const { credentials } = this.#dialogue.settings.server;
    return parseReply(credentials?.redact(reply) ?? reply);
  }
}

function rcpt(address: string | undefined): string {
  return `RCPT TO:<${address}>\r\n`;
}

/** Whether an address can stand in a command and can end neither it nor its angle brackets. */
function isWritable(address: string): boolean {
  return /^[\x20-\x7e]*$/.test(address) && !/[<>]/.test(address);
}

function isPositive(reply: string): boolean {
  return reply.startsWith("2");
}

function isRefusal(reply: string): boolean {
  return /^[45]/.test(reply);
}

/** Whether it settles a command, where no reply asks for more. */
function isFinal(reply: string): boolean {
  return isPositive(reply) || isRefusal(reply);
}
