import type { DevEnvironment, HotPayload } from "vite";
import { authoredFrames } from "../../thread/failure/authored-frames.ts";
import { fromThrown } from "../../thread/failure/thrown.ts";
import type {
  FromWorker,
  ShownNames,
  WorkerRequest,
  WorkerSettings,
} from "../../thread/messages.ts";
import { describeEnd } from "./describe-end.ts";
import { fetchModule } from "./fetch-module.ts";
import { findBlocked } from "./find-blocked.ts";
import { openThread, type Thread } from "./thread.ts";
import type { ThreadProgram } from "./thread-program.ts";
import { type Watchdog, watchThread } from "./watchdog.ts";

/** The thread that emails are loaded and rendered in: what they do there holds up nobody. */
export interface EmailThread {
  /**
   * Has something done beside an email.
   *
   * @throws {EndlessError} when the email did not end and was ended
   * @throws what was thrown in the thread
   */
  run(request: WorkerRequest): Promise<unknown>;
  /** Lets modules, by Vite's id, run anew when they are next imported. */
  forget(ids: readonly string[]): void;
  /** Gives the thread what it fetches modules from; until then it waits. */
  serve(environment: DevEnvironment): void;
  /** Ends the thread and starts another, in which all that is under way is done once more. */
  renew(): void;
  close(): Promise<void>;
}

interface Pending {
  readonly number: number;
  readonly request: WorkerRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** How long the thread has been at it, or could have been. */
  waitedMs: number;
  /** Once it is known. */
  shown: ShownNames | undefined;
}

/** While Vite makes modules, an email is not at fault; a plugin that never answers still has an end. */
const fetchingShare = 0.25;

/**
 * Starts the thread at once, so that it is ready when the server is.
 *
 * @param variables what the project's `.env` files add to `process.env`; told to nobody else
 */
export function startEmailThread(
  program: Promise<ThreadProgram>,
  settings: WorkerSettings,
  variables: Readonly<Record<string, string>>,
): EmailThread {
  const { timeoutMs } = settings;
  /** Loading and rendering have a limit each, told by themselves; this is for whatever else hangs. */
  const longestMs = 3 * timeoutMs + 1_000;
  const pending = new Map<number, Pending>();
  let serve: (environment: DevEnvironment) => void = () => {};
  const environment = new Promise<DevEnvironment>((resolve) => {
    serve = resolve;
  });
  let runs = 0;
  let answering = 0;
  let closed = false;
  let watchdog: Watchdog | undefined;
  let thread: Thread | undefined = open();

  /** The thread, or a new one where it ended by itself. */
  function opened(): Thread {
    thread ??= open();
    return thread;
  }

  function open(): Thread {
    const one = openThread(
      program,
      { ...settings, environment: variables },
      {
        message: (message) => {
          if (one === thread) hear(one, message);
        },
        ended: (error) => {
          if (one !== thread || closed) return;
          // Another starts when it is needed; one that cannot start is not tried for ever.
          thread = undefined;
          failAll((request) => describeEnd(request, error));
        },
      },
    );
    return one;
  }

  function hear(from: Thread, message: FromWorker): void {
    watchdog?.heard();
    if (message.type === "pong") return;
    if (message.type === "fetch") {
      void answerFetch(from, message.number, message.payload as HotPayload);
      return;
    }
    const one = pending.get(message.number);
    if (message.type === "loaded") {
      if (one) one.shown = message.shown;
      return;
    }
    settle(message.number);
    if (message.type === "done") one?.resolve(message.value);
    else one?.reject(fromThrown(message.thrown));
  }

  async function answerFetch(asking: Thread, number: number, payload: HotPayload): Promise<void> {
    answering += 1;
    const answer = await fetchModule(await environment, payload).finally(() => {
      answering -= 1;
    });
    asking.post({ type: "fetched", number, answer });
  }

  function settle(number: number): void {
    pending.delete(number);
    if (pending.size === 0) rest();
  }

  function rest(): void {
    watchdog?.stop();
    watchdog = undefined;
    thread?.setBusy(false);
  }

  function failAll(describe: (request: WorkerRequest) => Error): void {
    const failed = [...pending.values()];
    pending.clear();
    rest();
    for (const { request, reject } of failed) reject(describe(request));
  }

  function begin(watched: Thread, { number, request }: Pending): void {
    watched.post({ type: "run", number, request });
    if (watchdog) return;
    watched.setBusy(true);
    watchdog = watchThread({
      timeoutMs,
      ping: () => watched.post({ type: "ping" }),
      onSilent: () => void endBlocked(watched),
      onPassed: passTime,
    });
  }

  function passTime(passedMs: number): void {
    const ms = answering > 0 ? passedMs * fetchingShare : passedMs;
    for (const one of pending.values()) one.waitedMs += ms;
    const late = [...pending.values()].filter((one) => one.waitedMs > longestMs);
    if (late.length > 0)
      replace((one) => (late.includes(one) ? describeEnd(one.request) : undefined));
  }

  async function endBlocked(blocked: Thread): Promise<void> {
    const where = await findBlocked(
      blocked.name,
      ({ number, stack }) => number !== undefined && authoredFrames(stack, settings).length > 0,
    );
    if (blocked !== thread || closed) return;
    const [oldest] = pending.keys();
    const culprit = where === undefined ? oldest : where.number;
    replace((one) =>
      one.number === culprit ? describeEnd(one.request, undefined, { where, settings }) : undefined,
    );
  }

  /**
   * Puts a new thread in the place of this one.
   *
   * @param blame why a request fails, or `undefined` to have it done again
   */
  function replace(blame: (one: Pending) => Error | undefined): void {
    rest();
    void thread?.end();
    thread = open();
    for (const one of [...pending.values()]) {
      const error = blame(one);
      if (error) {
        pending.delete(one.number);
        one.reject(Object.assign(error, { shown: one.shown }));
      } else {
        one.waitedMs = 0;
        begin(thread, one);
      }
    }
  }

  return {
    run(request) {
      if (closed) return Promise.reject(new Error("Cannot render: the preview was closed"));
      runs += 1;
      const number = runs;
      return new Promise((resolve, reject) => {
        const one = { number, request, resolve, reject, waitedMs: 0, shown: undefined };
        pending.set(number, one);
        begin(opened(), one);
      });
    },
    // A thread that is yet to start has nothing to forget.
    forget: (ids) => thread?.post({ type: "forget", ids }),
    serve: (given) => serve(given),
    renew: () => replace(() => undefined),
    async close() {
      closed = true;
      failAll(() => new Error("Cannot render: the preview was closed"));
      await thread?.end();
    },
  };
}
