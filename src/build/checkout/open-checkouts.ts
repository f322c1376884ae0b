import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isProcessAlive } from "../../is-process-alive.ts";
import { carryChanges, carryIgnored } from "./carry-over.ts";
import type { Repository } from "./find-repository.ts";
import { gitIn } from "./git.ts";
import { linkPackages, packagesAbove } from "./link-packages.ts";

/** Two checkouts of a repository, beside it. */
export interface Checkouts {
  /** The repository as it was; absolute. */
  readonly before: string;
  /** As it is now, with what is not committed. */
  readonly after: string;
  /** A folder for what is written meanwhile. */
  readonly scratch: string;
  /** Removes all of it; may be called again. */
  close(): void;
}

/** By which a folder that a killed process left behind is known. */
const prefix = "letterpress-diff-";

/**
 * Checks out a repository twice into a temporary folder. The repository itself is left as it is, but
 * for what git notes of a worktree while it is there.
 *
 * @throws {GitFailure} when git cannot
 */
export function openCheckouts(repository: Repository, commit: string): Checkouts {
  const base = makeBase(repository.top);
  const before = sideIn(base, "before");
  const after = sideIn(base, "after");
  const close = () => removeBase(repository.top, base, [before, after]);
  try {
    checkOut(repository, commit, before);
    checkOut(repository, "HEAD", after, { withChanges: true });
    return { before, after, scratch: base, close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Checks out a repository as it was, likewise.
 *
 * @returns the folder, and what removes it
 * @throws {GitFailure} when git cannot
 */
export function openCheckout(
  repository: Repository,
  commit: string,
): { readonly folder: string; close(): void } {
  const base = makeBase(repository.top);
  const folder = sideIn(base, "before");
  const close = () => removeBase(repository.top, base, [folder]);
  try {
    checkOut(repository, commit, folder);
    return { folder, close };
  } catch (error) {
    close();
    throw error;
  }
}

function makeBase(top: string): string {
  removeLeftOvers(top);
  return realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)));
}

function sideIn(base: string, side: "before" | "after"): string {
  return join(base, side, "project");
}

function removeBase(top: string, base: string, folders: readonly string[]): void {
  for (const folder of folders) removeWorktree(top, folder);
  rmSync(base, { recursive: true, force: true });
}

function checkOut(
  { top }: Repository,
  commit: string,
  folder: string,
  { withChanges = false } = {},
): void {
  const git = gitIn(top);
  const above = packagesAbove(top);
  const hooks = `core.hooksPath=${join(folder, "../..", "no-hooks")}`;
  mkdirSync(join(folder, ".."), { recursive: true });
  git("-c", hooks, "worktree", "add", "--quiet", "--force", "--detach", folder, commit);
  if (withChanges) carryChanges(git, top, folder);
  carryIgnored(git, top, folder);
  if (above) linkPackages(above, join(folder, "..", "node_modules"), top, folder);
}

/** `git worktree prune` would also forget worktrees of others whose disk is not there today. */
function removeWorktree(top: string, folder: string): void {
  const notes = notesOf(folder);
  try {
    gitIn(top)("worktree", "remove", "--force", "--force", folder);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    if (notes) rmSync(notes, { recursive: true, force: true });
  }
}

/** Where git keeps what it knows of a worktree. */
function notesOf(folder: string): string | undefined {
  try {
    const path = /^gitdir: (.+)$/m.exec(readFileSync(join(folder, ".git"), "utf8"))?.[1];
    return path && /[\\/]worktrees[\\/][^\\/]+$/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** What a process that was killed left behind. */
function removeLeftOvers(top: string): void {
  const listed = gitIn(top)("worktree", "list", "--porcelain");
  for (const [, folder = ""] of listed.matchAll(/^worktree (.+)$/gm)) {
    const found = /[\\/]letterpress-diff-(\d+)-[^\\/]+[\\/](?:before|after)[\\/]project$/.exec(
      folder,
    );
    if (!found || isProcessAlive(Number(found[1]))) continue;
    removeWorktree(top, folder);
    rmSync(join(folder, "..", ".."), { recursive: true, force: true });
  }
}
