import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Project, repository } from "./projects.ts";

/** A preview that was started as a person starts it. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs `npm start` on a project's emails. */
export async function start({ emails }: Project): Promise<Running> {
  const args = ["start", "--silent", "--", "--port", "0", "--smtp-port", "0", "--emails", emails];
  const child = spawn("npm", args, {
    cwd: repository,
    env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const url = await readUrl(child);
  return {
    url,
    async stop() {
      const ended = once(child, "close");
      // npm, the shell and Node are one group.
      process.kill(-(child.pid ?? 0), "SIGTERM");
      await ended;
    },
  };
}

/** Reads on for ever: a program that cannot write any more would say so, or end. */
function readUrl({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stdout?.on("data", (chunk) => {
      text += chunk;
      const [, url] = /(http:\/\/\S+)/.exec(text) ?? [];
      if (url) resolve(url);
    });
    stdout?.on("end", () => reject(new Error(`the preview did not start:\n${text}`)));
  });
}
