import { connect, type Socket } from "node:net";
import { lookUp } from "./look-up.ts";

/** How long in milliseconds one address has to itself before the next is tried beside it. @see RFC 8305 §5 */
const headStartMs = 250;

/**
 * After how many milliseconds an address that is silent is called once more: the system asks again
 * after 1, 3, 7 and 15 seconds, and what has come back to life in between would be missed.
 */
const againAfterMs = 3_000;

/** Where to connect, and who is told. */
export interface RaceOptions {
  readonly host: string;
  readonly port: number;
  /** How long each address may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The name was looked up; from now on all its addresses together have so many milliseconds. */
  readonly onLookedUp: (allMs: number) => void;
  readonly onConnected: (socket: Socket) => void;
  /** No address could be reached. */
  readonly onFailed: (error: Error) => void;
}

interface Attempt {
  readonly address: string;
  readonly socket: Socket;
  /** Why it failed. */
  code?: string;
}

/**
 * Connects to whichever address of a host answers first. The next one is tried as soon as one fails,
 * or beside it after a moment, and none is given up for being slow: Node's own way ends each attempt
 * but the last after a quarter of a second, too short for a long way or one lost packet. What stays
 * silent is called again.
 *
 * @see RFC 8305
 */
export class ConnectionRace {
  readonly #options: RaceOptions;
  readonly #attempts: Attempt[] = [];
  #waiting: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(options: RaceOptions) {
    this.#options = options;
    lookUp(options.host, (error, addresses) => {
      if (this.#isOver) return;
      if (error) this.#fail(error);
      else this.#begin(addresses);
    });
  }

  /** What became of each address so far, where there are several: `192.0.2.1 no answer, 192.0.2.2 ECONNREFUSED`. */
  get story(): string {
    const fates = new Map<string, string>();
    for (const { address, code } of this.#attempts) {
      if (!code || !fates.has(address)) fates.set(address, code ?? "no answer");
    }
    if (fates.size < 2) return "";
    return [...fates].map((fate) => fate.join(" ")).join(", ");
  }

  /** Gives up; no one is told anything any more. */
  cancel(): void {
    this.#end();
  }

  #begin(addresses: readonly string[]): void {
    this.#waiting = addresses;
    this.#options.onLookedUp(this.#options.timeoutMs + headStartMs * (addresses.length - 1));
    this.#tryNext();
  }

  readonly #tryNext = (): void => {
    clearTimeout(this.#timer);
    const [address, ...others] = this.#waiting;
    if (this.#isOver || address === undefined) return;
    this.#waiting = others;
    this.#call(address);
    if (others.length > 0) this.#timer = setTimeout(this.#tryNext, headStartMs);
    else this.#timer = setTimeout(this.#callAgain, againAfterMs, againAfterMs);
  };

  /** @param silentMs how long all has been silent */
  readonly #callAgain = (silentMs: number): void => {
    const gone = new Set(this.#attempts.map(({ address, code }) => code && address));
    const silent = new Set(this.#attempts.map(({ address }) => address));
    for (const address of silent) if (!gone.has(address)) this.#call(address);
    this.#timer = setTimeout(this.#callAgain, silentMs, 2 * silentMs);
  };

  #call(address: string): void {
    const socket = connect({ host: address, port: this.#options.port });
    const attempt: Attempt = { address, socket };
    this.#attempts.push(attempt);
    const onError = (error: NodeJS.ErrnoException) => this.#lose(attempt, error);
    socket.on("error", onError);
    socket.once("connect", () => {
      if (this.#isOver) return;
      this.#end(attempt);
      socket.off("error", onError);
      this.#options.onConnected(socket);
    });
  }

  #lose(attempt: Attempt, error: NodeJS.ErrnoException): void {
    if (this.#isOver) return;
    attempt.code = error.code ?? "failed";
    if (this.#waiting.length > 0) this.#tryNext();
    else if (this.#attempts.every(({ code }) => code !== undefined)) {
      const { story } = this;
      this.#fail(story ? Object.assign(new Error(story), { code: error.code }) : error);
    }
  }

  #fail(error: Error): void {
    this.#end();
    this.#options.onFailed(error);
  }

  #end(winner?: Attempt): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    for (const attempt of this.#attempts) if (attempt !== winner) attempt.socket.destroy();
  }
}
