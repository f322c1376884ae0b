import { AsyncLocalStorage } from "node:async_hooks";
import type { ConsoleLine, RenderFailure } from "../protocol/index.ts";

/** What is done for one request. All code of an email runs on behalf of one. */
export interface Run {
  readonly number: number;
  readonly phase: RenderFailure["phase"];
  /** Whether a module was run on its behalf. */
  ranModule: boolean;
  /** What the email wrote to the console in this phase. */
  readonly lines: ConsoleLine[];
  /** Whether it repeats a render, only to learn more of it: what it writes was written before. */
  readonly isAgain?: boolean;
}

/** Tells on whose behalf the code runs that asks. */
export interface CurrentRun {
  get(): Run | undefined;
  /** Does something on behalf of a request, with all that it begins. */
  during<T>(run: Run, work: () => Promise<T>): Promise<T>;
}

/** What is asked of a thread that is blocked, by a debugger that stopped it in the middle. */
export interface WhereBlocked {
  /** Of the request; `undefined` when it runs on behalf of none, or of one that was answered. */
  readonly number: number | undefined;
  readonly phase: RenderFailure["phase"] | undefined;
  /** As V8 writes it, mapped to the sources. */
  readonly stack: string;
}

/** Name of a global function of the thread that returns a {@link WhereBlocked} as JSON. */
export const whereName = "__letterpress_where__";

const deepestStack = 60;

/** Begins to follow who runs what. */
export function followRuns(): CurrentRun {
  const storage = new AsyncLocalStorage<Run>();
  Object.defineProperty(globalThis, whereName, {
    value: () => {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = deepestStack;
      const stack = String(new Error("blocked").stack);
      Error.stackTraceLimit = limit;
      const run = storage.getStore();
      return JSON.stringify({ number: run?.number, phase: run?.phase, stack });
    },
  });
  return {
    get: () => storage.getStore(),
    during: (run, work) => storage.run(run, work),
  };
}
