import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { fileURLToPath } from "node:url";

const smtpSink = "/usr/sbin/smtp-sink";

/** It does not run as root. */
const userFlags = process.getuid?.() === 0 ? ["-u", "nobody"] : [];

/** A server in a process of its own that takes all mail and forgets it. */
export async function startSink(): Promise<{ name: string; port: number; stop: () => void }> {
  const port = await freePort();
  const isInstalled = canRun(smtpSink);
  const child: ChildProcess = isInstalled
    ? spawn(smtpSink, [...userFlags, `127.0.0.1:${port}`, "1000"], { stdio: "inherit" })
    : fork(fileURLToPath(new URL("./node-sink.ts", import.meta.url)), [String(port)]);
  // Also when the benchmark ends before its time, such as by a closed pipe.
  process.once("exit", () => child.kill());
  await listening(port);
  return {
    name: isInstalled ? "smtp-sink (postfix)" : "a sink of our own, in Node",
    port,
    stop: () => child.kill(),
  };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function listening(port: number): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`Nothing listens on port ${port}`);
}
