import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Git, zeroSplit } from "./git.ts";
import { linkPackages } from "./link-packages.ts";

/** A file larger than this is linked, octets: no one edits it while two renders are compared. */
const largest = 32 * 1024 * 1024;

/** Takes what is not committed into a checkout of the last commit. */
export function carryChanges(git: Git, top: string, checkout: string): void {
  const changed = zeroSplit(git("diff", "--name-only", "--no-renames", "-z", "HEAD", "--"));
  const added = git("ls-files", "--others", "--exclude-standard", "--exclude=node_modules", "-z");
  for (const path of [...changed, ...zeroSplit(added)]) {
    // A repository within this one: git names its folder only.
    if (path.endsWith("/")) continue;
    const target = join(checkout, path);
    rmSync(target, { recursive: true, force: true });
    if (lstatSync(join(top, path), { throwIfNoEntry: false })) copy(join(top, path), target);
  }
}

/**
 * Gives a checkout what git does not keep and emails may need: installed packages, `.env` files,
 * generated sources, submodules. Both sides get what is there now.
 */
export function carryIgnored(git: Git, top: string, checkout: string): void {
  const ignored = git(
    ...["ls-files", "--others", "--ignored", "--exclude-standard", "--exclude=node_modules"],
    ...["--directory", "-z"],
  );
  const modules = zeroSplit(git("ls-files", "--stage", "-z"))
    .filter((entry) => entry.startsWith("160000 "))
    .map((entry) => `${entry.slice(entry.indexOf("\t") + 1)}/`);
  for (const entry of [...zeroSplit(ignored), ...modules]) {
    const path = entry.replace(/\/$/, "");
    const [from, to] = [join(top, path), join(checkout, path)];
    if (basename(path) === "node_modules") {
      if (existsSync(from) && existsSync(dirname(to))) linkPackages(from, to, top, checkout);
      continue;
    }
    if (modules.includes(entry)) rmSync(to, { recursive: true, force: true });
    if (existsSync(to) || !existsSync(from) || !existsSync(dirname(to))) continue;
    if (entry.endsWith("/")) symlinkSync(from, to, "junction");
    else copy(from, to);
  }
}

function copy(from: string, to: string): void {
  const stats = lstatSync(from);
  mkdirSync(dirname(to), { recursive: true });
  if (stats.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (!stats.isFile()) return;
  else if (stats.size > largest) symlinkSync(from, to);
  else copyFileSync(from, to, constants.COPYFILE_FICLONE);
}
