import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { run } from "../../consumer/run.ts";
import { freePort } from "../../foreign-process.ts";
import { noteFigure } from "../figures/note-figure.ts";
import { readRounds } from "../rounds/read-rounds.ts";
import { repository } from "./projects.ts";
import { start } from "./start.ts";
import { now } from "./watched-page.ts";

/** The preview that React Email has, and what it needs beside it. */
const version = "6.11.6";
const packages = [
  ...[`react-email@${version}`, `@react-email/ui@${version}`, "tailwindcss@4.3.2"],
  ...["@react-email/components@1", "react@19", "react-dom@19"],
];

const starts = readRounds(5);
const saves = readRounds(15);

/** The one of the twelve emails that is edited, as both are shown it. */
const edited = { id: "welcome", text: "Three things before you cast off:" };

/** A preview that runs. */
interface Preview {
  /** Address of the email. */
  readonly url: string;
  stop(): Promise<void>;
}

/** One of the two, on the same twelve emails. */
interface Side {
  readonly name: string;
  readonly emails: string;
  start(): Promise<Preview>;
}

/**
 * From the command to the first email on the screen, and from a save to the frame that shows it, in
 * our preview and in React Email's own: the twelve emails that were written for it, in Chromium, the
 * same clock for both.
 */
export async function comparePreviews(browser: Browser, folder: string): Promise<void> {
  const sides = [ours(folder), await theirs(folder)] as const;
  const mine = await timeSide(browser, sides[0]);
  const beside = await timeSide(browser, sides[1]);
  const name = "React Email's preview";
  for (const [what, key] of [
    ["preview: start → first email seen", "startMs"],
    ["preview: save → seen", "saveMs"],
  ] as const) {
    const [first, second] = [mine[key], beside[key]];
    console.log(`  ${what}: ${first.toFixed(0)} ms, ${name} ${second.toFixed(0)} ms`);
    noteFigure({ what, unit: "ms", ours: first, beside: { name, figure: second } });
  }
}

/** Medians. */
interface Times {
  readonly startMs: number;
  readonly saveMs: number;
}

async function timeSide(browser: Browser, side: Side): Promise<Times> {
  const started: number[] = [];
  // The first start fills caches, of either.
  for (let run = 0; run <= starts; run += 1) {
    const begun = now();
    const preview = await side.start();
    const page = await openPage(browser);
    try {
      await page.goto(preview.url, { waitUntil: "commit", timeout: 60_000 });
      const seen = await seenAt(page, edited.text);
      if (run > 0) started.push(seen - begun);
    } finally {
      await page.context().close();
      await preview.stop();
    }
  }
  const preview = await side.start();
  const page = await openPage(browser);
  const file = join(side.emails, `${edited.id}.tsx`);
  const source = readFileSync(file, "utf8");
  const saved: number[] = [];
  try {
    await page.goto(preview.url, { timeout: 60_000 });
    await seenAt(page, edited.text);
    for (let save = 0; save <= saves; save += 1) {
      await sleep(500);
      const text = `Saved for the ${save}th time:`;
      const begun = now();
      writeFileSync(file, source.replace(edited.text, text));
      const seen = await seenAt(page, text);
      if (save > 0) saved.push(seen - begun);
    }
  } finally {
    writeFileSync(file, source);
    await page.context().close();
    await preview.stop();
  }
  return { startMs: median(started), saveMs: median(saved) };
}

function ours(folder: string): Side {
  const root = join(folder, "beside");
  const emails = join(root, "emails");
  cpSync(join(repository, "test/fixtures/react-email-project"), root, { recursive: true });
  const project = {
    name: "twelve foreign emails",
    emails,
    edited: { ...edited, prop: { label: "", before: "" } },
  };
  return {
    name: "letterpress",
    emails,
    async start() {
      const running = await start(project);
      return { url: `${running.url}emails/${edited.id}`, stop: () => running.stop() };
    },
  };
}

/** React Email's preview, installed as its docs say, in a folder that no other project is around. */
async function theirs(folder: string): Promise<Side> {
  const root = join(folder, "theirs");
  cpSync(join(repository, "test/fixtures/react-email-project"), root, { recursive: true });
  writeFileSync(join(root, "package.json"), '{"private":true}');
  await run("npm", ["install", ...packages], root);
  const emails = join(root, "emails");
  // It listens on all addresses and has no option for it: here it is to listen on this machine's own.
  const loopback = join(root, "loopback.cjs");
  writeFileSync(
    loopback,
    `const { Server } = require("node:net");
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  return /^\\d+$/.test(String(port)) && typeof rest[0] !== "string"
    ? listen.call(this, port, "127.0.0.1", ...rest)
    : listen.call(this, port, ...rest);
};\n`,
  );
  return {
    name: "React Email",
    emails,
    async start() {
      const port = await freePort();
      const script = join(root, "node_modules/react-email/dist/cli/index.mjs");
      const args = ["--require", loopback, script, "dev", "--port", String(port)];
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: "1" },
        stdio: "ignore",
        detached: true,
      });
      const url = `http://127.0.0.1:${port}/preview/${edited.id}`;
      await answers(child, port);
      return {
        url,
        async stop() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, "exit");
          process.kill(-(child.pid ?? 0), "SIGKILL");
          await ended;
        },
      };
    },
  };
}

async function answers(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 3_000 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/favicon.ico`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) return;
    await sleep(20);
  }
  throw new Error("React Email's preview did not start");
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  return context.newPage();
}

/** When words of an email were to be seen in a frame of the page, by the clock of the page. */
async function seenAt(page: Page, words: string): Promise<number> {
  const handle = await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll("iframe")].some((frame) =>
        frame.contentDocument?.body?.textContent?.includes(text),
      ) && performance.timeOrigin + performance.now(),
    words,
    { polling: "raf", timeout: 60_000 },
  );
  return Number(await handle.jsonValue());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
