import { systemClock } from "../../clock.ts";
import { readDeadlineMs, readMemoryMb } from "./read-limits.ts";
import { doReadingJob, type ReadingJob, type ReadingResults } from "./reading-job.ts";
import { type ReadingThread, startReadingThread } from "./reading-thread.ts";
import { findWorkerProgram, type WorkerProgram } from "./worker-program.ts";

/** Does jobs in threads of their own, the first that came first. */
export interface ReadingPool {
  /** @throws {Error} when the job takes too long or too much memory, or the pool closes */
  run<Kind extends ReadingJob["kind"]>(
    job: ReadingJob & { readonly kind: Kind },
  ): Promise<ReadingResults[Kind]>;
  /** Ends every thread; what they were doing fails. */
  close(): void;
}

/** What {@link createReadingPool} takes. */
export interface ReadingPoolOptions {
  /** How long one job may take, ms. @default 10_000 */
  readonly deadlineMs?: number | undefined;
  /** Heap that one job may take, MiB. @default 512 */
  readonly memoryMb?: number | undefined;
  /** What the threads run. @default that of this package; `undefined` when there is none */
  readonly program?: WorkerProgram | undefined;
}

/** One message that takes long must not hold up every other. */
const mostThreads = 2;
/** A thread that has nothing to do ends, and gives back what memory its last message took, ms. */
const idleMs = 2_000;

interface QueuedJob {
  readonly job: ReadingJob;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface PooledThread {
  readonly thread: ReadingThread;
  isBusy: boolean;
  /** Ends the wait for another job. */
  rest: AbortController;
}

/** Creates a pool without threads: each starts when it is needed. */
export function createReadingPool({
  deadlineMs = readDeadlineMs,
  memoryMb = readMemoryMb,
  program = findWorkerProgram(import.meta.url),
}: ReadingPoolOptions = {}): ReadingPool {
  // Limits hold in real time, whatever clock the inbox stamps its mail with.
  const clock = systemClock;
  const queue: QueuedJob[] = [];
  const threads = new Set<PooledThread>();
  let canStart = program !== undefined;
  let isClosed = false;

  function open(): PooledThread | undefined {
    for (const one of threads) {
      if (one.thread.isEnded) threads.delete(one);
      else if (!one.isBusy) return one;
    }
    if (!program || threads.size >= mostThreads) return undefined;
    const pooled = {
      thread: startReadingThread(program, memoryMb),
      isBusy: false,
      rest: new AbortController(),
    };
    threads.add(pooled);
    return pooled;
  }

  function next(): void {
    while (queue.length > 0) {
      const pooled = canStart ? open() : undefined;
      if (!pooled && canStart) return;
      const queued = queue.shift() as QueuedJob;
      if (pooled) void doIn(pooled, queued);
      else doReadingJob(queued.job).then(queued.resolve, queued.reject);
    }
  }

  async function doIn(pooled: PooledThread, queued: QueuedJob): Promise<void> {
    const { thread } = pooled;
    const done = new AbortController();
    pooled.isBusy = true;
    pooled.rest.abort();
    const endAfter = (ms: number) =>
      clock.sleep(ms, { signal: done.signal }).then(
        () => thread.end(`it took longer than ${ms / 1000} s`),
        () => undefined,
      );
    thread.started.then(() => endAfter(deadlineMs));
    try {
      queued.resolve(await thread.run(queued.job));
    } catch (error) {
      // Where no thread can be started, this one does the work.
      canStart &&= !thread.isUnusable;
      if (thread.isUnusable) queue.unshift(queued);
      else queued.reject(error);
    }
    done.abort();
    pooled.isBusy = false;
    if (thread.isEnded) threads.delete(pooled);
    else endIdle(pooled);
    next();
  }

  function endIdle(pooled: PooledThread): void {
    pooled.rest = new AbortController();
    clock.sleep(idleMs, { signal: pooled.rest.signal }).then(
      () => {
        threads.delete(pooled);
        pooled.thread.end("it had nothing to do");
      },
      () => undefined,
    );
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error("the inbox was closed"));
        queue.push({ job, resolve: resolve as (value: unknown) => void, reject });
        next();
      }),
    close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new Error("the inbox was closed"));
      for (const pooled of threads) {
        pooled.rest.abort();
        pooled.thread.end("the inbox was closed");
      }
    },
  };
}
