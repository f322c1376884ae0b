import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** Longest that a command may take. */
const timeoutMs = 8 * 60_000;

/** A command that was typed. */
export interface Typed {
  /** Resolves when it has printed all lines, however far apart their words are. @throws {Error} with what it printed instead */
  prints(lines: readonly string[]): Promise<string>;
  /** Resolves when it has ended well. @throws {Error} with what it printed, when it has not */
  ends(): Promise<string>;
  /** Ends it, and what it started. */
  stop(): Promise<void>;
}

/** Types a command into a shell. */
export function type(command: string, cwd: string, env: NodeJS.ProcessEnv): Typed {
  const child = spawn("bash", ["-c", command], { cwd, env, detached: true });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (printed += text));
  child.stdin.end();
  const timer = setTimeout(() => kill(child), timeoutMs);
  const closed = once(child, "close").then(() => clearTimeout(timer));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const fail = (what: string) => {
    const end = printed.trim().split("\n").slice(-30).join("\n");
    return new Error(`${command}: ${what}\n${end}`);
  };
  return {
    async prints(lines) {
      const missing = () => lines.find((line) => !oneSpace(printed).includes(oneSpace(line)));
      while (missing() !== undefined && !hasEnded()) await sleep(50);
      if (hasEnded()) await closed;
      const line = missing();
      if (line !== undefined) throw fail(`it did not print "${line}", but:`);
      return printed;
    },
    async ends() {
      await closed;
      if (child.exitCode !== 0) throw fail(`it ended with ${child.exitCode ?? child.signalCode}`);
      return printed;
    },
    async stop() {
      if (!hasEnded()) kill(child);
      await closed;
    },
  };
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Ends the shell and all that it started. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
