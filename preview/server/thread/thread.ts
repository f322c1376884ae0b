import { randomUUID } from "node:crypto";
import { SHARE_ENV, Worker } from "node:worker_threads";
import type { FromWorker, ToWorker, WorkerData } from "../../thread/messages.ts";
import type { ThreadProgram } from "./thread-program.ts";

/** One run of the emails' program, in a thread of its own. */
export interface Thread {
  /** Sends a message; it waits until the thread listens. */
  post(message: ToWorker): void;
  /** Whether this process is to wait for the thread before it ends. @default false */
  setBusy(busy: boolean): void;
  /** Ends the thread, whatever it does. */
  end(): Promise<void>;
  /** No other thread of this process is called so. */
  readonly name: string;
}

/** Who is told what the thread says. */
export interface ThreadListener {
  message(message: FromWorker): void;
  /** It ended by itself. */
  ended(error: Error): void;
}

/** Thousands of emails fit; an email that takes all memory is to leave enough for the server. */
const maxOldGenerationSizeMb = 1_024;

/**
 * Starts a thread.
 *
 * @param packages files to load before they are asked for, beside those of the program
 */
export function openThread(
  program: Promise<ThreadProgram>,
  settings: Omit<WorkerData, "preload">,
  listener: ThreadListener,
  packages: readonly string[] = [],
): Thread {
  const name = `letterpress-emails-${randomUUID()}`;
  let ending = false;
  const worker = program.then(start).catch((error: unknown) => {
    listener.ended(error instanceof Error ? error : new Error(String(error)));
    return undefined;
  });

  function start({ file, preload }: ThreadProgram): Worker {
    const started = new Worker(file, {
      ...{ name, env: SHARE_ENV },
      workerData: { ...settings, preload: [...preload, ...packages] } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb },
      stdout: true,
    });
    started.unref();
    // Standard output belongs to whoever started all this: it may be read by a program.
    started.stdout.on("data", (chunk) => process.stderr.write(chunk));
    started.on("message", (message: FromWorker) => listener.message(message));
    let failure: Error | undefined;
    started.on("error", (error) => {
      failure = error;
    });
    started.on("exit", (code) => {
      if (!ending) listener.ended(failure ?? new Error(`it ended the process (exit code ${code})`));
    });
    return started;
  }

  return {
    name,
    post(message) {
      void worker.then((one) => one?.postMessage(message));
    },
    setBusy(busy) {
      void worker.then((one) => (busy ? one?.ref() : one?.unref()));
    },
    async end() {
      ending = true;
      await (await worker)?.terminate();
    },
  };
}
