/** The thread that the emails' modules run in. */
import { inspect } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { captureConsole } from "./console/capture-console.ts";
import { followRuns } from "./current-run.ts";
import { toThrown } from "./failure/thrown.ts";
import type { Letterpress } from "./letterpress.ts";
import { layerEnvironment } from "./load/layer-environment.ts";
import { createLoader } from "./load/load-on-behalf.ts";
import { createEmailRunner } from "./load/module-runner.ts";
import { ownEntryUrl } from "./load/own-entry-url.ts";
import { warmUp } from "./load/warm-up.ts";
import type { FetchAnswer, FromWorker, ToWorker, WorkerData, WorkerRequest } from "./messages.ts";
import { applyQuery } from "./render/apply-query.ts";
import { variantOf, viewEmail } from "./render/view-email.ts";
import { findTask } from "./tasks/index.ts";

const { preload, environment, ...settings } = workerData as WorkerData;
layerEnvironment(environment);
const current = followRuns();
const fetching = new Map<number, (answer: FetchAnswer) => void>();
let fetches = 0;

const runner = createEmailRunner(
  (payload) => {
    fetches += 1;
    const number = fetches;
    return new Promise((resolve) => {
      fetching.set(number, resolve);
      tell({ type: "fetch", number, payload });
    });
  },
  current,
  settings.root,
);
const load = createLoader(runner, current, settings);
const letterpress = () => runner.import<Letterpress>(ownEntryUrl(settings.emailsDir));

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function answer(number: number, request: WorkerRequest): Promise<void> {
  try {
    const value = await (request.kind === "view"
      ? viewEmail(number, request, {
          ...{ settings, runner, current, load, letterpress },
          onLoaded: (shown) => tell({ type: "loaded", number, shown }),
        })
      : runTask(number, request));
    tell({ type: "done", number, value });
  } catch (error) {
    tell({ type: "failed", number, thrown: toThrown(error) });
  }
}

async function runTask(
  number: number,
  { name, email, query, input }: Extract<WorkerRequest, { kind: "task" }>,
): Promise<unknown> {
  const { loaded } = await load(number, email, []);
  const variant = applyQuery(loaded, variantOf(loaded, query.variant), query);
  const own = await letterpress();
  const { staticDir } = settings;
  const context = { query, loaded, variant, letterpress: own, staticDir };
  const run = { number, phase: "render", ranModule: false, isAgain: name === "locate" } as const;
  return current.during({ ...run, lines: [] }, async () => findTask(name)(context, input));
}

// An email's own code may fail when no render waits for it any more: that ends nothing.
for (const event of ["unhandledRejection", "uncaughtException"] as const) {
  process.on(event, (error: unknown) => {
    process.stderr.write(`Failed outside of any render: ${inspect(error)}\n`);
  });
}

// Nor may it take the thread away from the others.
process.exit = (code) => {
  throw new Error(`Cannot end the process: an email called process.exit(${code ?? ""})`);
};

captureConsole(current, settings);
parentPort?.on("message", (message: ToWorker) => {
  if (message.type === "run") void answer(message.number, message.request);
  else if (message.type === "forget") runner.forget(message.ids);
  else if (message.type === "ping") tell({ type: "pong" });
  else {
    fetching.get(message.number)?.(message.answer);
    fetching.delete(message.number);
  }
});
warmUp(preload);
