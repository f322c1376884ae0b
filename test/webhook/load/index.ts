/**
 * Twenty thousand webhooks, one in ten of them a repetition, to an app that is killed in the middle;
 * and ten thousand bodies of any kind: `npm run webhook-load`. Closes with "N passed, N failed".
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileWebhookStore, createWebhookHandler } from "letterpress/webhook";
import { answerBodies } from "../handler/answer-bodies.ts";
import { bounce, delivery, options } from "../handler/post.ts";
import { type Posted, postAll } from "./post-all.ts";

const total = 20_000;
const folder = mkdtempSync(join(tmpdir(), "letterpress-load-"));
let passed = 0;
let failed = 0;

function check(what: string, holds: boolean): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"}  ${what}`);
}

async function start(
  port: number,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const script = join(import.meta.dirname, "app.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [, taken] = await printed(child, /port (\d+)/);
  return { child, port: Number(taken) };
}

async function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let text = "";
  for await (const [chunk] of on(child)) {
    text += chunk;
    const found = pattern.exec(text);
    if (found) return found;
  }
  throw new Error(`the app ended without ${pattern}`);
}

async function* on({ stdout }: ChildProcess): AsyncGenerator<[unknown]> {
  while (stdout?.readable) yield (await once(stdout, "data")) as [unknown];
}

/** One in ten is one of the hundred before it, once more. */
function makeWebhooks(): readonly Posted[] {
  const made: Posted[] = [];
  for (let i = 0; i < total; i += 1) {
    const earlier = i % 10 === 9 ? made[Math.max(0, i - ((i * 7919) % 100) - 1)] : undefined;
    const payload =
      i % 50 === 0 ? { ...bounce, Email: `a${i}@example.com` } : { ...delivery, n: i };
    made.push(earlier ?? { trace: `trace-${i}`, body: JSON.stringify(payload) });
  }
  return made;
}

let app = await start(0);
const { port } = app;
try {
  const webhooks = makeWebhooks();
  const ids = new Set(webhooks.map(({ trace }) => trace));
  let restart: Promise<void> | undefined;
  const startedAt = performance.now();
  const figures = await postAll(
    () => port,
    webhooks,
    (count) => {
      if (count < total / 2 || restart) return;
      app.child.kill("SIGKILL");
      restart = start(port).then((next) => {
        app = next;
      });
    },
  );
  await restart;
  const seconds = (performance.now() - startedAt) / 1_000;
  const memory = printed(app.child, /memory (\d+)/);
  app.child.kill("SIGUSR2");
  const [, rss] = await memory;

  const seen = readFileSync(join(folder, "seen.txt"), "utf8").trimEnd().split("\n");
  const times = new Map<string, number>();
  for (const id of seen) times.set(id, (times.get(id) ?? 0) + 1);
  const twice = [...times.values()].filter((count) => count > 1).length;
  app.child.kill("SIGKILL");
  await once(app.child, "exit");
  const store = await createFileWebhookStore({ folder: join(folder, "webhooks") });
  let done = 0;
  for await (const { status } of store.list()) if (status === "done") done += 1;
  await store.close();

  check(`${figures.accepted} of ${total} webhooks were taken`, figures.accepted === total);
  check(
    "every event was told to the app",
    [...ids].every((id) => times.has(id)),
  );
  check("no event was told that nobody sent", times.size === ids.size);
  // What was told and not yet marked when the process was killed comes once more.
  check(`${twice} events were told twice, no more than were under way`, twice <= 64);
  check(`each stands once in the store, as done: ${done} of ${ids.size}`, done === ids.size);
  const files = readdirSync(join(folder, "webhooks"));
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, "webhooks", name)).size, 0);
  console.log(
    `\n${ids.size} events in ${total} webhooks, ${figures.retried} requests made again; ` +
      `${Math.round(total / seconds)} webhooks a second with the restart, ` +
      `${(Number(rss) / 1e6).toFixed(0)} MB of memory, ${(bytes / 1e6).toFixed(1)} MB of files`,
  );
} finally {
  app.child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}

const handler = createWebhookHandler(options({ onProblem: () => undefined }));
const bodies = await answerBodies(handler, 10_000).catch((error: unknown) => {
  console.log(String(error));
  return new Map<number, number>();
});
const answered = [...bodies.entries()].sort(([a], [b]) => a - b);
const told = answered.map(([status, count]) => `${count} × ${status}`).join(", ");
const count = answered.reduce((sum, [, each]) => sum + each, 0);
check(`ten thousand bodies of any kind, none of them with 5xx: ${told}`, count >= 10_000);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
