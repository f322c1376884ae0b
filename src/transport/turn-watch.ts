import type { Socket } from "node:net";
import { ReplyReader } from "./reply-reader.ts";

/**
 * Listens beside nodemailer while it shakes hands, and notices what the server says before it is
 * asked: nodemailer would take that for the answer to its next command. What follows the answer to
 * STARTTLS in clear may be put in by someone on the way.
 *
 * @see RFC 3207 §6 and https://nostarttls.secvuln.info for what such words have done
 */
export class TurnWatch {
  readonly #onEarly: () => void;
  #socket: Socket | undefined;
  #reader = new ReplyReader();
  /** The greeting is owed without a command. */
  #owedCount = 1;

  constructor(onEarly: () => void) {
    this.#onEarly = onEarly;
  }

  /** A command was written on a socket; the first on another one begins there again. */
  noteCommand(socket: Socket | undefined): void {
    this.#owedCount += 1;
    if (socket && socket !== this.#socket) this.follow(socket);
  }

  /** Listens to a socket from now on, ahead of who reads it already. */
  follow(socket: Socket): void {
    this.stop();
    this.#socket = socket;
    this.#reader = new ReplyReader();
    socket.prependListener("data", this.#hear);
  }

  /** Listens no more. */
  stop(): void {
    this.#socket?.off("data", this.#hear);
  }

  readonly #hear = (chunk: Buffer): void => {
    const replies = this.#reader.read(chunk) ?? [];
    this.#owedCount -= replies.length;
    const isTooMuch = this.#owedCount < 0 || (this.#owedCount === 0 && this.#reader.rest !== "");
    if (isTooMuch) this.#onEarly();
  };
}
