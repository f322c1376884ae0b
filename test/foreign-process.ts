import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, rmSync } from "node:fs";
import { chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whom servers run as when this runs as root: `nobody`, the same on every Debian. */
export const servantUid = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 65_534);
const servantGid = process.getgid?.() === 0 ? 65_534 : (process.getgid?.() ?? 65_534);

/** A server that was started here, in a folder of its own. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** Ends the server, by its process id, and waits until it is gone. */
  stop(): Promise<void>;
}

/** What to start. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly port: number;
  /** Gets `server.log`. */
  readonly folder: string;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/**
 * Starts a server and waits until it answers on 127.0.0.1.
 *
 * @throws {Error} with what the server wrote, when it ends or stays silent
 */
export async function startProcess(options: ServerCommand): Promise<ServerProcess> {
  const { command, args, env = process.env, port, folder } = options;
  const log = join(folder, "server.log");
  const child = spawn(command, args, { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => {
    running.delete(child);
  });
  const answers = await Promise.race([ended.then(() => false), isListening(port)]);
  if (!answers) {
    child.kill("SIGKILL");
    const said = await readFile(log, "utf8").catch(() => "");
    throw new Error(`Cannot start ${command}: ${said.trim() || "it does not answer"}`);
  }
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await ended;
      clearTimeout(killer);
      file.end();
    },
  };
}

/** An empty folder that belongs to whom servers run as, until `remove` or the end of the process. */
export async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), "letterpress-foreign-"));
  folders.add(path);
  await giveAway(path);
  const remove = async () => {
    await rm(path, { recursive: true, force: true });
    folders.delete(path);
  };
  return { path, remove };
}

/** Gives a file or folder to whom servers run as. */
export async function giveAway(path: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, servantUid, servantGid);
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function isListening(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return true;
    } catch {
      await sleep(50);
    } finally {
      socket.destroy();
    }
  }
  return false;
}
