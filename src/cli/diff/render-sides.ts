import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainEnvironment } from "../../build/checkout/git.ts";
import type { RenderedState, Side } from "../../diff/states/state.ts";

/** What both sides are rendered with. */
export interface SideOptions {
  /** The project on each side. */
  readonly roots: { readonly before: string; readonly after: string };
  /** A folder for what the processes write. */
  readonly scratch: string;
  /** Options of `letterpress diff` that say what is rendered, and how. */
  readonly args: readonly string[];
}

/** Renders both sides, each in a process of its own, whose working directory is the project. */
export interface SideRenderer {
  render(): Promise<{ readonly before: Side; readonly after: Side }>;
  /** The same once more, with a clock that is a day ahead: what shows a time shows another. */
  renderAgain(
    before: readonly RenderedState[],
    after: readonly RenderedState[],
  ): Promise<{ readonly before: Side; readonly after: Side }>;
  /** Ends what is under way. */
  stop(): void;
}

/** Set for a process that only renders its working directory, into the file that it names. */
export const sideVariable = "LETTERPRESS_DIFF_SIDE";

/** Another day, hour, minute and second. */
const aheadMs = (((24 + 1) * 60 + 1) * 60 + 1) * 1000;

/** Runs before anything else in the process, and in its threads. */
const clockAhead = `const Real = Date;
const now = () => Real.now() + ${aheadMs};
globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
  get: (target, key, self) => (key === "now" ? now : Reflect.get(target, key, target)),
});
`;

/** Creates what renders both sides. */
export function createSideRenderer({ roots, scratch, args }: SideOptions): SideRenderer {
  const running = new Set<ChildProcess>();
  let runs = 0;

  async function renderOne(
    side: "before" | "after",
    extra: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Side> {
    const root = roots[side];
    // The project may be younger than what it is compared with.
    if (!existsSync(root)) return { states: [], files: {} };
    const file = join(scratch, `${side}-${++runs}.json`);
    const script = process.argv[1] ?? "";
    const child = spawn(
      process.execPath,
      [...process.execArgv, script, "diff", ...args, ...extra],
      {
        cwd: root,
        env: { ...plainEnvironment(), ...environment, [sideVariable]: file },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    running.add(child);
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-20_000);
    });
    await once(child, "close");
    running.delete(child);
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Side;
    const when = side === "before" ? "as it was" : "as it is now";
    const reason =
      said.replaceAll(root, "").trim() ||
      `the process ended with ${child.exitCode ?? child.signalCode}`;
    throw new Error(`Cannot render the project ${when}: ${reason}`);
  }

  async function renderBoth(
    extra: { readonly before: readonly string[]; readonly after: readonly string[] },
    environment?: NodeJS.ProcessEnv,
  ) {
    try {
      const [before, after] = await Promise.all([
        renderOne("before", extra.before, environment),
        renderOne("after", extra.after, environment),
      ]);
      return { before, after };
    } finally {
      stop();
    }
  }

  function stop(): void {
    for (const child of running) child.kill("SIGKILL");
  }

  return {
    stop,
    render: () => renderBoth({ before: [], after: [] }),
    async renderAgain(before, after) {
      const file = join(scratch, "clock-ahead.cjs");
      writeFileSync(file, clockAhead);
      const options = `${process.env.NODE_OPTIONS ?? ""} --require ${JSON.stringify(file)}`.trim();
      const only = (states: readonly RenderedState[]) =>
        [...new Set(states.map(({ id }) => id))].flatMap((id) => ["--only", id]);
      return renderBoth({ before: only(before), after: only(after) }, { NODE_OPTIONS: options });
    },
  };
}
