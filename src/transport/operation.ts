import type { DeliveryStage } from "../errors.ts";
import { abortFault, timeoutFault } from "./interruption.ts";
import type { SmtpFault } from "./smtp-fault.ts";
import type { StageTimings } from "./transport-event.ts";

/** What an operation needs to know. */
export interface OperationOptions {
  /** `host:port`, for the message of a time-out. */
  readonly server: string;
  readonly stage: DeliveryStage;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly now: () => number;
  /** What is to be told beside of a silence in a stage. */
  readonly describeSilence?: ((stage: DeliveryStage) => string | undefined) | undefined;
  /** Called once, as soon as it settles, with the fault if it did so badly. */
  readonly onSettled: (fault: SmtpFault | undefined) => void;
}

/** One exchange with the server: its stage, the deadline of that stage, and what ends it. Settles once. */
export class Operation<T> {
  readonly promise: Promise<T>;
  readonly #options: OperationOptions;
  readonly #timings: Partial<Record<DeliveryStage, number>> = {};
  #resolve!: (value: T) => void;
  #reject!: (fault: SmtpFault) => void;
  #isSettled = false;
  #stage: DeliveryStage;
  #since: number;
  #timer: NodeJS.Timeout;
  #timeoutMs: number;

  constructor(options: OperationOptions) {
    this.#options = options;
    this.#stage = options.stage;
    this.#since = options.now();
    this.#timeoutMs = options.timeoutMs;
    this.#timer = setTimeout(this.#onTimeout, options.timeoutMs);
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.signal?.addEventListener("abort", this.#onAbort);
    if (options.signal?.aborted) this.#onAbort();
  }

  /** How far it has come. */
  get stage(): DeliveryStage {
    return this.#stage;
  }

  /** Whether nothing can change it any more. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Milliseconds of each stage so far. */
  get timingsMs(): StageTimings {
    return this.#timings;
  }

  /** Goes on to a stage, or within one; either way its deadline starts again. */
  enter(stage: DeliveryStage, timeoutMs: number): void {
    if (this.#isSettled) return;
    if (stage !== this.#stage) this.#closeStage();
    this.#stage = stage;
    if (timeoutMs === this.#timeoutMs) {
      this.#timer.refresh();
      return;
    }
    clearTimeout(this.#timer);
    this.#timeoutMs = timeoutMs;
    this.#timer = setTimeout(this.#onTimeout, timeoutMs);
  }

  /** Ends it well. */
  resolve(value: T): void {
    if (this.#settle()) this.#resolve(value);
  }

  /** Ends it badly. */
  reject(fault: SmtpFault): void {
    if (this.#settle(fault)) this.#reject(fault);
  }

  #settle(fault?: SmtpFault): boolean {
    if (this.#isSettled) return false;
    this.#isSettled = true;
    this.#closeStage();
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#options.onSettled(fault);
    return true;
  }

  #closeStage(): void {
    const now = this.#options.now();
    this.#timings[this.#stage] = (this.#timings[this.#stage] ?? 0) + (now - this.#since);
    this.#since = now;
  }

  readonly #onTimeout = (): void => {
    const { server, describeSilence } = this.#options;
    const details = describeSilence?.(this.#stage);
    this.reject(timeoutFault(server, this.#stage, this.#timeoutMs, details));
  };

  readonly #onAbort = (): void => {
    this.reject(abortFault(this.#options.signal?.reason, this.#stage));
  };
}
