import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleOwnSource } from "../../../preview/server/emails/bundle-own-source.ts";
import { isInUse, markInUse, releaseUse } from "../../../preview/server/files/in-use.ts";

const longAgo = new Date(Date.now() - 3_600_000);

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-in-use-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Passes the marks of this process off as those of another. */
function giveMarksTo(pid: number, folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(`-${process.pid}`))) {
    renameSync(join(folder, name), join(folder, name.replace(/\d+$/, String(pid))));
  }
}

/** A process that runs until the test ends, and one that has ended. */
async function otherProcesses() {
  const running = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void running.kill());
  const ended = spawn(process.execPath, ["--version"]);
  await once(ended, "close");
  return { running: running.pid ?? 0, ended: ended.pid ?? 0 };
}

test("a file is in use until the process that uses it releases it or ends", async () => {
  const folder = createFolder();
  const file = join(folder, "a.mjs");
  const { running, ended } = await otherProcesses();
  expect(isInUse(file)).toBe(false);
  markInUse(file);
  expect(isInUse(file)).toBe(true);
  expect(isInUse(join(folder, "a"))).toBe(false);
  releaseUse(file);
  expect(isInUse(file)).toBe(false);
  markInUse(file);
  giveMarksTo(running, folder);
  expect(isInUse(file)).toBe(true);
  rmSync(folder, { recursive: true });
  markInUse(file);
  giveMarksTo(ended, folder);
  expect(isInUse(file)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test("a bundle stays while a server that runs may start a thread from it", async () => {
  const root = createFolder();
  mkdirSync(join(root, "src"));
  const { running, ended } = await otherProcesses();
  const bundle = async (text: string, pid: number) => {
    writeFileSync(join(root, "src/index.ts"), `export const text = "${text}";`);
    const file = await bundleOwnSource(root, "src/index.ts");
    giveMarksTo(pid, dirname(file));
    utimesSync(file, longAgo, longAgo);
    return file;
  };
  const served = await bundle("one", running);
  const left = await bundle("second", ended);
  const current = await bundle("the third", running);
  expect([served, left, current].map((file) => existsSync(file))).toEqual([true, false, true]);
});
