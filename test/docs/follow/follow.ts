import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { freePort } from "../../foreign-process.ts";
import type { Step } from "./read-steps.ts";
import { type Typed, type } from "./terminal.ts";

/** What is told of each step. */
export type Report = (ok: boolean, what: string, ms: number) => void;

/** Ports that the page names, where another program has them on this machine. */
interface Ports {
  readonly preview: string;
  readonly inbox: string;
  readonly app: string;
}

/**
 * Does what a page says, as its reader would: nothing is added to its words but the package, which
 * is not published yet, and the ports that are free here.
 *
 * @param folder where it begins; empty
 */
export async function follow(
  steps: readonly Step[],
  folder: string,
  tarball: string,
  report: Report,
): Promise<void> {
  const running: Typed[] = [];
  let at = folder;
  const app = String(await freePort());
  let ports: Ports = { preview: "5173", inbox: "2525", app: "3000" };
  const env: NodeJS.ProcessEnv = { ...process.env, ...quiet, PORT: app };
  const here = (text: string) =>
    text
      .replace(/(?<=127\.0\.0\.1:)(?:5173|2525|3000)\b/g, (port) =>
        port === "5173" ? ports.preview : port === "2525" ? ports.inbox : app,
      )
      .replace(/(?<=^npm install )letterpress\b/, tarball);

  async function take(step: Step): Promise<void> {
    if (step.kind === "file") {
      await mkdir(dirname(join(at, step.file)), { recursive: true });
      await writeFile(join(at, step.file), step.text);
      return;
    }
    const command = here(step.command);
    const [, name, value = ""] = /^export (\w+)="?([^"]*)"?$/.exec(command) ?? [];
    if (name) {
      env[name] = value;
      return;
    }
    const [, to] = /^cd (\S+)$/.exec(command) ?? [];
    if (to) {
      at = join(at, to);
      return;
    }
    const typed = type(command, at, env);
    if (!step.stays) {
      await typed.ends();
      await typed.prints(step.prints.map(here));
      return;
    }
    running.push(typed);
    // Its addresses are what it prints: another program may have those of the page.
    const wanted = step.prints.map((line) => line.replace(/\d{4,}\/?$/, ""));
    const printed = await typed.prints(wanted);
    const [, preview] = /Preview +http:\/\/127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
    const [, inbox] = /Inbox +smtp:\/\/127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
    if (preview && inbox) {
      ports = { ...ports, preview, inbox };
      if (inbox !== "2525") env.MAIL_URL = `smtp://127.0.0.1:${inbox}`;
    }
  }

  try {
    for (const step of steps) {
      const begun = performance.now();
      const what = `${step.line}: ${step.kind === "file" ? step.file : step.command}`;
      try {
        await take(step);
      } catch (error) {
        report(false, `${what}\n${(error as Error).message}`, performance.now() - begun);
        // What follows stands on it.
        return;
      }
      report(true, what, performance.now() - begun);
    }
  } finally {
    for (const typed of running) await typed.stop();
  }
}

/** A test runner's own variables are no part of a reader's terminal; nothing is told to anyone. */
const quiet = {
  ...{ NODE_ENV: undefined, NODE_OPTIONS: undefined, VITEST: undefined, MAIL_URL: undefined },
  ...{ MAIL_FROM: undefined, NO_COLOR: "1", FORCE_COLOR: undefined, CI: undefined },
  ...{ NEXT_TELEMETRY_DISABLED: "1", npm_config_fund: "false", npm_config_audit: "false" },
  ...{ npm_config_prefer_offline: "true", npm_config_update_notifier: "false" },
};
