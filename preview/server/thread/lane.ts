import { fileURLToPath } from "node:url";
import type { DevEnvironment, HotPayload } from "vite";
import type { WhereBlocked } from "../../thread/current-run.ts";
import { authoredFrames } from "../../thread/failure/authored-frames.ts";
import type { Thrown } from "../../thread/failure/thrown.ts";
import type {
  FetchAnswer,
  FromWorker,
  ShownNames,
  WorkerRequest,
  WorkerSettings,
} from "../../thread/messages.ts";
import { fetchModule } from "./fetch-module.ts";
import { findBlocked } from "./find-blocked.ts";
import { openThread } from "./thread.ts";
import type { ThreadProgram } from "./thread-program.ts";
import { type Watchdog, watchThread } from "./watchdog.ts";

/** One thread of the emails, and what it is at. */
export interface Lane {
  begin(number: number, request: WorkerRequest): void;
  forget(ids: readonly string[]): void;
  /** Whether it is at something, be it that no one waits for it any more. */
  isBusy(): boolean;
  /** Whether it lets nothing else in. */
  isQuiet(): boolean;
  /** What it is at that lets nothing else in, once {@link Lane.findBlocking} found it. */
  blockedBy(): number | undefined;
  /** Whether it is being asked what it is at. */
  isAsked(): boolean;
  /** Asks by a debugger what it is at. */
  findBlocking(): Promise<void>;
  end(): Promise<void>;
}

/** Who is told of a {@link Lane}; nothing after its end. */
export interface LaneListener {
  done(number: number, value: unknown): void;
  failed(number: number, thrown: Thrown): void;
  loaded(number: number, shown: ShownNames): void;
  /** It does not answer, but may yet; told again while that lasts. */
  quiet(): void;
  /** It has not answered for as long as it may. */
  silent(where: WhereBlocked | undefined): void;
  /** It answers, but these are not done after the longest time that anything may take. */
  late(numbers: readonly number[]): void;
  /** It ended by itself. */
  ended(error: Error): void;
}

/** What a lane is opened with. */
export interface LaneOptions {
  readonly program: Promise<ThreadProgram>;
  readonly settings: WorkerSettings;
  /** What the project's `.env` files add to `process.env`; told to no one else. */
  readonly variables: Readonly<Record<string, string>>;
  /** What modules are fetched from, once it is there. */
  readonly environment: Promise<DevEnvironment>;
  /** Files of packages that emails load: those known are loaded at once, and new ones are added. */
  readonly packages: Set<string>;
}

/** While Vite makes modules, an email is not at fault; a plugin that never answers still has an end. */
const fetchingShare = 0.25;
/** Most renders are done sooner; whoever waits beside one that is not takes another way. */
const quietMs = 250;
/** So often a thread is stopped to learn what it does, while it may yet be done. */
const mostAskedEarly = 8;

/** Enough for any email; the rest are loaded when they are asked for. */
const mostPackages = 200;

/** Opens a lane: its thread starts at once. */
export function openLane(options: LaneOptions, listener: LaneListener): Lane {
  const { program, settings, variables, environment, packages } = options;
  const { timeoutMs } = settings;
  /** Loading and rendering have a limit each, told by themselves; this is for whatever else hangs. */
  const longestMs = 3 * timeoutMs + 1_000;
  /** How long the thread has been at each, or could have been, ms. */
  const running = new Map<number, number>();
  let watchdog: Watchdog | undefined;
  let answering = 0;
  let wasHeard = false;
  let quiet = false;
  let blockedBy: number | undefined;
  let asking = false;
  let over = false;

  const thread = openThread(
    program,
    { ...settings, environment: variables },
    {
      message: (message) => {
        if (!over) hear(message);
      },
      ended: (error) => {
        if (over) return;
        stop();
        listener.ended(error);
      },
    },
    [...packages],
  );

  function hear(message: FromWorker): void {
    wasHeard = true;
    quiet = false;
    blockedBy = undefined;
    watchdog?.heard();
    if (message.type === "pong") return;
    if (message.type === "fetch") {
      void answerFetch(message.number, message.payload as HotPayload);
    } else if (message.type === "loaded") {
      listener.loaded(message.number, message.shown);
    } else {
      running.delete(message.number);
      if (running.size === 0) rest();
      if (message.type === "done") listener.done(message.number, message.value);
      else listener.failed(message.number, message.thrown);
    }
  }

  async function answerFetch(number: number, payload: HotPayload): Promise<void> {
    answering += 1;
    const answer = await fetchModule(await environment, payload).finally(() => {
      answering -= 1;
    });
    const file = packageFileOf(answer);
    if (file !== undefined && packages.size < mostPackages) packages.add(file);
    thread.post({ type: "fetched", number, answer });
  }

  function watch(): void {
    if (watchdog) return;
    thread.setBusy(true);
    watchdog = watchThread({
      timeoutMs,
      ping: () => thread.post({ type: "ping" }),
      onSilent: () => void findSilent(),
      onQuiet(ms) {
        // A thread that is only starting takes no blame.
        quiet = wasHeard && ms >= quietMs;
        if (quiet) listener.quiet();
      },
      onPassed: passTime,
    });
  }

  function passTime(passedMs: number): void {
    const ms = answering > 0 ? passedMs * fetchingShare : passedMs;
    for (const [number, waitedMs] of running) running.set(number, waitedMs + ms);
    const late = [...running].flatMap(([number, ms]) => (ms > longestMs ? [number] : []));
    if (late.length > 0) listener.late(late);
  }

  async function findSilent(): Promise<void> {
    const where = await findBlocked(
      thread.name,
      ({ number, stack }) => number !== undefined && authoredFrames(stack, settings).length > 0,
    );
    if (!over) listener.silent(where);
  }

  function rest(): void {
    watchdog?.stop();
    watchdog = undefined;
    thread.setBusy(false);
  }

  function stop(): void {
    over = true;
    rest();
  }

  return {
    begin(number, request) {
      running.set(number, 0);
      thread.post({ type: "run", number, request });
      watch();
    },
    forget: (ids) => thread.post({ type: "forget", ids }),
    isBusy: () => running.size > 0,
    isQuiet: () => quiet,
    blockedBy: () => blockedBy,
    isAsked: () => asking,
    async findBlocking() {
      asking = true;
      const tells = ({ number }: WhereBlocked) => number !== undefined;
      const where = await findBlocked(thread.name, tells, mostAskedEarly);
      asking = false;
      if (quiet && !over) blockedBy = where?.number;
    },
    end() {
      stop();
      return thread.end();
    },
  };
}

/** The file of a package that Node loads by itself. */
function packageFileOf(answer: FetchAnswer): string | undefined {
  const { externalize } = ("result" in answer ? answer.result : {}) as { externalize?: string };
  return externalize?.startsWith("file://") ? fileURLToPath(externalize) : undefined;
}
