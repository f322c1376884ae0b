import type { ConsoleLine } from "../../protocol/index.ts";
import type { CurrentRun, Run } from "../current-run.ts";
import type { EmailModule, WorkerSettings } from "../messages.ts";
import { type LoadedEmail, loadEmail } from "./load-email.ts";
import type { EmailRunner } from "./module-runner.ts";

/** An email that was loaded, and what its modules wrote to the console when they ran. */
export interface LoadedWithLines {
  readonly loaded: LoadedEmail;
  readonly lines: readonly ConsoleLine[];
}

/** A first load waits for Vite as well, which reads whatever the email imports. */
const loadShare = 2;

/** Loads emails on behalf of requests, and remembers what they wrote when they last ran. */
export function createLoader(
  runner: EmailRunner,
  current: CurrentRun,
  { timeoutMs }: WorkerSettings,
): (number: number, email: EmailModule, lines: ConsoleLine[]) => Promise<LoadedWithLines> {
  const linesOf = new Map<string, readonly ConsoleLine[]>();
  return async (number, email, lines) => {
    const run: Run = { number, phase: "load", ranModule: false, lines };
    const loaded = await current.during(run, () => loadEmail(runner, email, timeoutMs * loadShare));
    // A copy: the render goes on with the same list.
    if (run.ranModule) linesOf.set(email.realPath, [...lines]);
    return { loaded, lines: linesOf.get(email.realPath) ?? [] };
  };
}
