import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { SMTPConnection } from "smtp-server/lib/smtp-connection";
import type { FaultAction, FaultStage } from "../faults/fault.ts";
import { connectionLimits } from "./connection-limits.ts";
import { type SmtpFaults, toReply } from "./faults.ts";
import { clearSloppyMark, markSloppy } from "./sloppy-marks.ts";
import { isStrictPath, readSloppyPath } from "./sloppy-path.ts";

/** What our own side of the server needs. */
export interface PromptSmtpServerOptions {
  readonly faults: SmtpFaults;
  /** Whether addresses that break the grammar are taken, and marked. */
  readonly takesSloppy: boolean;
  /** Told of each line of each session. */
  readonly logger: Pick<SMTPServer["logger"], "debug">;
}

const ignore = () => {};
const silent: SMTPServer["logger"] = {
  ...{ trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore },
};

/**
 * An `SMTPServer` that greets at once, and that can go wrong where the library has no hook.
 *
 * The library waits 100 ms before its greeting to catch spammers that talk too soon. On loopback
 * there are none, and a test that sends one mail would spend most of its time there.
 */
export class PromptSmtpServer extends SMTPServer {
  readonly #own: PromptSmtpServerOptions;

  constructor(options: SMTPServerOptions, own: PromptSmtpServerOptions) {
    super({ ...options, logger: false });
    this.#own = own;
    // Put in here, because the library copies each entry for a logger among its options.
    this.logger = { ...silent, debug: own.logger.debug };
  }

  override connect(socket: Socket): void {
    const { remoteAddress = "" } = socket;
    // Counted again: with STARTTLS the library takes every listener off a socket, that of its end too.
    const open = [...this.connections].filter((one) => one.remoteAddress === remoteAddress);
    if (open.length >= connectionLimits.connectionsPerAddress) {
      socket.on("error", () => undefined);
      socket.end("421 localhost Too many connections from your address, close some first\r\n");
      return;
    }
    const connection = new PromptConnection(this, socket, this.#own);
    this.connections.add(connection);
    connection.on("error", (error) => this.emit("error", error));
    connection.on("connect", (info) => this.emit("connect", info));
    connection.init();
    connection.connectionReady();
  }

  /** Cuts the connection of a session without a word. */
  cut(sessionId: string): void {
    this.#socketOf(sessionId)?.destroy();
  }

  /** Ends every connection, whatever is under way. */
  cutAll(): void {
    for (const connection of this.connections) connection._socket.destroy();
  }

  /** Reads on from the connection of a session and keeps nothing: its end is noticed. */
  drain(sessionId: string): void {
    this.#socketOf(sessionId)?.resume();
  }

  #socketOf(sessionId: string): Socket | undefined {
    for (const connection of this.connections) {
      if (connection.id === sessionId) return connection._socket;
    }
    return undefined;
  }
}

class PromptConnection extends SMTPConnection {
  readonly #faults: SmtpFaults;
  readonly #takesSloppy: boolean;
  #isGreeted = false;

  constructor(server: SMTPServer, socket: Socket, own: PromptSmtpServerOptions) {
    super(server, socket);
    this.#faults = own.faults;
    this.#takesSloppy = own.takesSloppy;
  }

  override _parseAddressCommand(name: string, command: Buffer | string) {
    const line = command.toString();
    if (/^mail/i.test(name)) clearSloppyMark(this.session);
    const parsed = super._parseAddressCommand(name, command);
    if (isStrictPath(line) && parsed) return parsed;
    // The empty sender of a bounce, and postmaster without a domain, with a space before them.
    if (parsed && !parsed.address.includes("@")) return this.#takesSloppy ? parsed : false;
    const sloppy = this.#takesSloppy ? readSloppyPath(line) : undefined;
    if (!sloppy) return false;
    markSloppy(this.session);
    if (parsed) return parsed;
    // Another address in its place, so that the library reads the parameters.
    const plain = super._parseAddressCommand(name, `${name}:<a@b.test> ${sloppy.parameters}`);
    return plain && { ...plain, address: sloppy.address };
  }

  // The library's own timer calls this a second time.
  override connectionReady(next?: () => void): void {
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    super.connectionReady(next);
  }

  override handler_STARTTLS(command: Buffer, callback: () => void): void {
    const goOn = () => super.handler_STARTTLS(command, callback);
    this.#meet("tls", callback, goOn, ({ drop, garbage }) => {
      if (drop || garbage) this.send(220, "Ready to start TLS");
      if (drop) this._socket.destroySoon();
      else if (garbage) this.#answerWithGarbage();
      else goOn();
    });
  }

  override handler_DATA(command: Buffer, callback: () => void): void {
    const goOn = () => super.handler_DATA(command, callback);
    this.#meet("data", callback, goOn, ({ drop }) => {
      if (drop) this._socket.destroy();
      else goOn();
    });
  }

  #meet(
    stage: FaultStage,
    callback: () => void,
    goOn: () => void,
    suffer: (action: FaultAction) => void,
  ): void {
    const action = this.#faults.strike(stage, this.session);
    if (!action) {
      goOn();
      return;
    }
    this.#faults.wait(action).then((isWanted) => {
      const reply = toReply(action);
      if (!isWanted) return;
      if (!reply) {
        suffer(action);
        return;
      }
      this.send(reply.responseCode ?? 0, reply.message);
      callback();
    });
  }

  #answerWithGarbage(): void {
    const socket = this._socket;
    socket.unpipe();
    socket.once("data", () => socket.end("500 This is not TLS\r\n"));
    socket.resume();
  }
}
