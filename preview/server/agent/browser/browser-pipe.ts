import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { createBrowserProfile } from "../../../../src/build/requirements/browser-profile.ts";

/** A browser that does what it is told, over a pipe: no port is opened. */
export interface BrowserPipe {
  /** @param session of the page; left out: the browser itself. @throws {Error} what the browser refuses */
  ask<Answer = object>(method: string, params?: object, session?: string): Promise<Answer>;
  /** Told of every event. @returns what ends that */
  onEvent(listener: (event: BrowserEvent) => void): () => void;
  /** Resolves when the browser has ended, by itself too. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Something that happened in a page. */
export interface BrowserEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
}

/** Nothing is fetched, reported or updated by itself. */
const flags = [
  ...["--headless=new", "--remote-debugging-pipe", "--no-first-run", "--hide-scrollbars"],
  ...["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-component-update"],
  ...["--disable-background-networking", "--disable-extensions", "--mute-audio"],
  "--no-default-browser-check",
];
/** No host but none is reached. */
const offline = "--host-resolver-rules=MAP * ~NOTFOUND";

/** Longest time that one answer may take, ms. */
const answerMs = 20_000;

/**
 * Starts a browser with a profile of its own, which goes away with it.
 *
 * @param isOnline whether it reaches other hosts
 */
export function openBrowser(file: string, isOnline = false): BrowserPipe {
  const profile = createBrowserProfile();
  // As root, Chromium starts without its sandbox only; scripts of emails are switched off below.
  const isRoot = process.getuid?.() === 0;
  const net = isOnline ? [] : [offline];
  const args = [
    ...flags,
    ...net,
    ...(isRoot ? ["--no-sandbox"] : []),
    `--user-data-dir=${profile.folder}`,
  ];
  const child: ChildProcess = spawn(file, [...args, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [, , , input, output] = child.stdio as unknown as [0, 0, 0, Writable, Readable];
  const waiting = new Map<number, (answer: Reply | Error) => void>();
  const listeners = new Set<(event: BrowserEvent) => void>();
  let number = 0;
  let rest = "";
  const end = (error: Error) => {
    for (const settle of waiting.values()) settle(error);
    waiting.clear();
  };
  child.on("error", (error) => end(new Error(`Cannot start the browser: ${error.message}`)));
  child.on("exit", () => end(new Error("Cannot take a picture: the browser ended")));
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve()).once("error", () => resolve());
  });
  input.on("error", () => undefined);
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const reply = JSON.parse(part) as Reply;
      if (reply.id === undefined) for (const listener of listeners) listener(reply as BrowserEvent);
      else waiting.get(reply.id)?.(reply);
    }
  });
  return {
    ended,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask(method, params = {}, sessionId) {
      const id = ++number;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => settle(new Error(`${method} took too long`)), answerMs);
        const settle = (answer: Reply | Error) => {
          clearTimeout(timer);
          waiting.delete(id);
          if (answer instanceof Error) reject(answer);
          else if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
          else resolve(answer.result as never);
        };
        waiting.set(id, settle);
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL"))
        await ended;
      await profile.remove();
    },
  };
}

interface Reply {
  readonly id?: number;
  readonly result?: object;
  readonly error?: { readonly message: string };
  readonly method?: string;
}
