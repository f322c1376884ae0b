import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { freePort, startProcess } from "../../foreign-process.ts";

/** A mail catcher in a process of its own. */
export interface Rival {
  readonly name: string;
  readonly port: number;
  /** Where ours is asked by HTTP how it is. */
  readonly askPort?: number;
  /** Resident memory, MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

const serve = resolve("node_modules/.cache/letterpress/bench/inbox-serve.mjs");

/** Starts our inbox, as it is published: bundled. */
export async function startOurs(name: string, folder?: string): Promise<Rival> {
  buildSync({
    ...{ entryPoints: [resolve("test/bench/inbox/serve.ts")], outfile: serve, bundle: true },
    ...{ packages: "external", platform: "node", format: "esm", logLevel: "warning" },
  });
  const [port, askPort] = [await freePort(), await freePort()];
  const rival = await start(name, port, [serve, String(port), String(askPort), folder ?? ""]);
  return { ...rival, askPort };
}

/** Installs MailDev 3 into a folder that goes when it stops, and starts it. */
export async function startMailDev(): Promise<Rival> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-maildev-"));
  const npm = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--silent", "maildev@3"];
  execFileSync("npm", npm, { stdio: "inherit" });
  const [port, web] = [await freePort(), await freePort()];
  const script = join(folder, "node_modules/maildev/dist/bin/maildev.js");
  const args = ["--smtp", String(port), "--web", String(web), "--ip", "127.0.0.1", "--silent"];
  const rival = await start("MailDev 3", port, [script, ...args]);
  return {
    ...rival,
    async stop() {
      await rival.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(name: string, port: number, args: readonly string[]): Promise<Rival> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-bench-"));
  const server = await startProcess({ command: process.execPath, args, port, folder });
  return {
    name,
    port,
    memoryMb() {
      const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
