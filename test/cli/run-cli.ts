import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { threadId } from "node:worker_threads";
import { build } from "esbuild";
import { onTestFinished } from "vitest";

const repository = resolve(import.meta.dirname, "../..");
/** The built command line. @see buildCli */
export const script = join(repository, "node_modules/.cache/letterpress/cli.test.mjs");

/** Makes the command line from its sources, as `npm start` does. */
export async function buildCli(): Promise<void> {
  const draft = `${script}.${process.pid}.${threadId}`;
  await build({
    entryPoints: [join(repository, "src/cli/index.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile: draft,
    logLevel: "error",
  });
  // In one step: the tests of another file may be running it.
  await rename(draft, script);
}

/** A command that runs in a process of its own, ended with the test. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** All that it printed, as it stands now. */
  printed(): string;
  /** The same of standard output alone. */
  output(): string;
  /** The same of standard error. */
  errors(): string;
  /** Waits for a text on either stream. @returns its match */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end. @returns the exit code */
  ends(): Promise<number | null>;
}

/** Runs `letterpress` in a folder. */
export function runCli(args: readonly string[], cwd: string): RunningCommand {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const parts = { output: "", errors: "" };
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  for (const [name, stream] of [
    ["output", child.stdout],
    ["errors", child.stderr],
  ] as const) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      parts[name] += chunk;
      child.emit("printed");
    });
  }
  return {
    child,
    printed: () => text,
    output: () => parts.output,
    errors: () => parts.errors,
    async prints(pattern) {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`it ended without ${pattern}:\n${text}`);
        await Promise.race([once(child, "printed"), ended]);
      }
    },
    async ends() {
      await ended;
      return child.exitCode;
    },
  };
}
