import { open, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { type Clock, systemClock } from "../../clock.ts";
import { type Anchor, takeHold } from "./anchor.ts";
import type { Binaries } from "./binaries.ts";
import { readLogTail } from "./create-data.ts";
import type { EmbeddedFolder } from "./embedded-folder.ts";
import { type Launcher, launch } from "./launcher.ts";
import { inspectProcess, readPidFile } from "./pid-file.ts";

/** Pause between two looks whether a server is there. */
const lookEveryMs = 10;

/** Longest wait for a server to start: after a crash it reads its log first. */
const startTimeoutMs = 60_000;

/** Longest wait for a server to end, once asked. */
const stopTimeoutMs = 10_000;

/** A small server for one app; nothing listens but the loopback address, and no socket has a path. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "16MB",
  max_connections: "200",
  max_wal_size: "256MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  huge_pages: "off",
};

/** What became of a start. */
export type StartResult =
  | { readonly anchor: Anchor; readonly port: number }
  | { readonly anchor?: undefined; readonly reason: string };

/** Starts the server and waits until it answers, or has ended. It outlives this process. */
export async function startPostmaster(
  folder: EmbeddedFolder,
  binaries: Binaries,
  launcher: Launcher,
  port: number,
  clock: Clock = systemClock,
): Promise<StartResult> {
  const log = await open(folder.log, "a", 0o600);
  const from = await stat(folder.log).then(({ size }) => size);
  const args = ["-D", folder.data, "-p", String(port)];
  for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
  const child = launch(launcher, binaries, "postgres", args, {
    stdio: ["ignore", log.fd, log.fd],
    detached: true,
  });
  await log.close();
  let ended: string | undefined;
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code) => {
    ended ??= `it ended with code ${code}`;
  });
  child.unref();
  const until = clock.now() + startTimeoutMs;
  while (ended === undefined && clock.now() < until) {
    await clock.sleep(lookEveryMs);
    const running = readPidFile(folder.data);
    if (running?.pid !== child.pid || running?.port !== port) continue;
    const anchor = await takeHold(folder, port);
    if (anchor) return { anchor, port };
  }
  const said = await readLogTail(folder.log, from);
  return { reason: said || ended || "it does not answer" };
}

/** Asks the server to end at once, its data safe, and waits until it has. */
export async function stopPostmaster(
  folder: EmbeddedFolder,
  clock: Clock = systemClock,
): Promise<void> {
  const running = readPidFile(folder.data);
  if (!running || inspectProcess(running.pid) !== "postgres") return;
  process.kill(running.pid, "SIGINT");
  const until = clock.now() + stopTimeoutMs;
  while (inspectProcess(running.pid) === "postgres" && clock.now() < until) {
    await clock.sleep(lookEveryMs);
  }
}

/** How often a port is tried before another is taken. */
const portTries = 10;

/**
 * A port that no one listens on.
 *
 * @param wanted the one to have if it can be had: others know the server by it, and one of them may
 *   be trying it at this moment
 */
export async function freePort(
  wanted: number | undefined,
  clock: Clock = systemClock,
): Promise<number> {
  for (let i = 0; wanted !== undefined && i < portTries; i++) {
    const found = await tryPort(wanted);
    if (found !== undefined) return found;
    await clock.sleep(lookEveryMs * (1 + Math.random()));
  }
  const found = await tryPort(0);
  if (found !== undefined) return found;
  throw new Error("Cannot find a free port on 127.0.0.1");
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(undefined));
    server.listen({ host: "127.0.0.1", port }, () => {
      const address = server.address();
      const found = typeof address === "object" ? address?.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
