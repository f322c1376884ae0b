import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { Binaries } from "./binaries.ts";
import { type EmbeddedFolder, roleName } from "./embedded-folder.ts";
import { type Launcher, launch } from "./launcher.ts";
import { embeddedError } from "./ways-out.ts";

/**
 * Creates the data folder beside its place and moves it there, so that it is never seen half made,
 * and of several processes that do so at once one wins.
 *
 * @throws {OutboxError} when `initdb` fails
 */
export async function createData(
  folder: EmbeddedFolder,
  binaries: Binaries,
  launcher: Launcher,
): Promise<void> {
  const draft = `${folder.data}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, folder.password, { mode: 0o600 });
  const { owner } = launcher;
  if (owner !== undefined) await chown(passwordFile, owner, owner);
  try {
    if (owner !== undefined) {
      // Through it, not into it: what it holds is its owner's, and the data are that user's.
      await chmod(folder.path, 0o711);
      await giveFolder(draft, owner);
    }
    const args = ["-D", draft, "-U", roleName, `--pwfile=${passwordFile}`];
    const { code, output } = await finish(launcher, binaries, [
      ...args,
      ...["--auth=scram-sha-256", "--locale=C", "--encoding=UTF8"],
      // All is flushed at once by syncData, while the server starts.
      "--no-sync",
    ]);
    if (code !== 0) throw embeddedError(explain(output, folder, owner));
    await rename(draft, folder.data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Flushes every file of a data folder to disk. */
export async function syncData(
  folder: EmbeddedFolder,
  binaries: Binaries,
  launcher: Launcher,
): Promise<void> {
  await finish(launcher, binaries, ["--sync-only", "-D", folder.data]);
}

async function giveFolder(draft: string, owner: number): Promise<void> {
  await mkdir(draft, { mode: 0o700 });
  await chown(draft, owner, owner);
}

async function finish(launcher: Launcher, binaries: Binaries, args: readonly string[]) {
  const child = launch(launcher, binaries, "initdb", args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(null);
    });
    child.on("close", resolve);
  });
  return { code, output };
}

function explain(output: string, { path }: EmbeddedFolder, owner: number | undefined): string {
  const line = output
    .split("\n")
    .find((text) => /error|could not|cannot|denied|EACCES/i.test(text));
  const said = line === undefined ? "" : `; initdb says: ${line.trim()}`;
  if (owner === undefined) return `initdb failed in ${path}${said}`;
  return `PostgreSQL refuses to run as root, user namespaces are not allowed here, and the user 'nobody' cannot work in ${path}${said}`;
}

/** The last lines of the server's log that say why it ended. */
export async function readLogTail(file: string, from: number): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.slice(from).split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|HINT|error while|not found/.test(line));
  const chosen = telling.length > 0 ? telling : lines.filter((line) => line.trim() !== "");
  return chosen
    .slice(-3)
    .map((line) => line.replace(/^[\d\s:.-]+\w+ \[\d+\] /, ""))
    .join(" ");
}
