import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { bundleProgram } from "../bundle.ts";

/** A process that holds a database beside it. */
export interface Holder {
  readonly url: string;
  /** Milliseconds that it took to have it. */
  readonly ms: number;
  /** Lets it close the database and end. */
  end(): Promise<void>;
  /** Ends it without a chance to close anything. */
  kill(): Promise<void>;
}

/** How a process that holds a database is started. */
export interface HoldOptions extends SpawnOptions {
  /** Whether only the programs of the package will do. */
  readonly packaged?: boolean;
  /** The program, bundled. @default bundled now, in the project */
  readonly program?: string | undefined;
}

const programSource = "test/outbox/embedded/hold-program.ts";

/**
 * Starts a process that starts a database in a folder.
 *
 * @throws {Error} with what the starter said, when it could not
 */
export async function holdDatabase(folder: string, options: HoldOptions = {}): Promise<Holder> {
  const { packaged, program = await bundleProgram(programSource), ...spawnOptions } = options;
  const args = [program, folder, ...(packaged ? ["packaged"] : [])];
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "inherit"],
    ...spawnOptions,
  }) as ChildProcess;
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const line = await Promise.race([once(lines, "line"), exited.then(() => ["{}"])]);
  const told = JSON.parse(String(line[0]));
  if (told.url === undefined) throw new Error(told.error ?? "the process ended without a word");
  return {
    url: told.url,
    ms: told.ms,
    async end() {
      child.stdin?.end();
      await exited;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
