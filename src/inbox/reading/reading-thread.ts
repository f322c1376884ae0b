import { Worker } from "node:worker_threads";
import { handOver } from "./hand-over.ts";
import type { ReadingJob } from "./reading-job.ts";
import type { WorkerProgram } from "./worker-program.ts";

/** A thread that does one job at a time. */
export interface ReadingThread {
  /** Whether it ended by itself before it did anything: then it cannot be started here. */
  readonly isUnusable: boolean;
  /** Whether it has ended. */
  readonly isEnded: boolean;
  /** Resolves when it has loaded its program, or ended. */
  readonly started: Promise<void>;
  /** @throws {Error} when the job fails, or the thread ends before it is done */
  run(job: ReadingJob): Promise<unknown>;
  /** Ends the thread, whatever it does. What it was doing fails with `reason`. */
  end(reason: string): void;
}

/** What the thread answers. */
interface Reply {
  readonly value?: unknown;
  readonly reason?: string;
  readonly isReady?: boolean;
}

/** Starts a thread. It keeps no process alive. @param memoryMb most heap that it may have, MiB */
export function startReadingThread(program: WorkerProgram, memoryMb: number): ReadingThread {
  const worker = new Worker(program.code, {
    eval: program.eval,
    // Whatever loaders this process has are not for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  worker.unref();
  let isReady = false;
  let isUnusable = false;
  let isEnded = false;
  let tellStarted = () => {};
  const started = new Promise<void>((resolve) => {
    tellStarted = resolve;
  });
  let pending: { resolve(value: unknown): void; reject(error: Error): void } | undefined;

  function settle({ value, reason }: Reply): void {
    const settled = pending;
    pending = undefined;
    if (reason === undefined) settled?.resolve(value);
    else settled?.reject(new Error(reason));
  }

  function ended(reason: string): void {
    isEnded = true;
    tellStarted();
    settle({ reason });
  }

  worker.on("message", (reply: Reply) => {
    if (!reply.isReady) return settle(reply);
    isReady = true;
    tellStarted();
  });
  worker.on("error", (error: NodeJS.ErrnoException) => {
    const isTooLarge = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    isUnusable = !isReady;
    ended(isTooLarge ? `it took more than ${memoryMb} MiB of memory` : error.message);
  });
  worker.on("exit", () => ended("the thread ended"));

  return {
    started,
    get isUnusable() {
      return isUnusable;
    },
    get isEnded() {
      return isEnded;
    },
    run: (job) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject };
        void handOver(worker, job);
      }),
    end(reason) {
      ended(reason);
      void worker.terminate();
    },
  };
}
