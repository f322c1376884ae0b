import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import { freePort, makeFolder, startProcess } from "../../foreign-process.ts";

const smtpSink = "/usr/sbin/smtp-sink";

/** It does not run as root. */
const userFlags = process.getuid?.() === 0 ? ["-u", "nobody"] : [];

/** A server in a process of its own that takes all mail and forgets it. */
export interface Sink {
  readonly name: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts postfix's `smtp-sink`, which knows nothing of us, or where there is none a sink of our own. */
export async function startSink(): Promise<Sink> {
  const port = await freePort();
  const folder = await makeFolder();
  const isInstalled = await access(smtpSink, constants.X_OK).then(
    () => true,
    () => false,
  );
  const { command, args } = isInstalled
    ? { command: smtpSink, args: [...userFlags, `127.0.0.1:${port}`, "1000"] }
    : { command: process.execPath, args: [...nodeSink(), String(port)] };
  const server = await startProcess({ command, args, port, folder: folder.path });
  return {
    name: isInstalled ? "smtp-sink (postfix)" : "a sink of our own, in Node",
    port,
    async stop() {
      await server.stop();
      await folder.remove();
    },
  };
}

/** From the project's folder, since benchmarks run from a bundle elsewhere. */
function nodeSink(): readonly string[] {
  return ["--import", import.meta.resolve("tsx"), resolve("test/bench/send/node-sink.ts")];
}
