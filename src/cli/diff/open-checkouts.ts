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
export function openCheckouts({ top }: Repository, commit: string): Checkouts {
  const git = gitIn(top);
  removeLeftOvers(top);
  const base = realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)));
  const folders = {
    before: join(base, "before", "project"),
    after: join(base, "after", "project"),
  };
  const close = () => {
    for (const folder of Object.values(folders)) removeWorktree(top, folder);
    rmSync(base, { recursive: true, force: true });
  };
  try {
    const above = packagesAbove(top);
    for (const [side, folder] of Object.entries(folders)) {
      const hooks = `core.hooksPath=${join(base, "no-hooks")}`;
      mkdirSync(join(folder, ".."), { recursive: true });
      const at = side === "before" ? commit : "HEAD";
      git("-c", hooks, "worktree", "add", "--quiet", "--force", "--detach", folder, at);
      if (side === "after") carryChanges(git, top, folder);
      carryIgnored(git, top, folder);
      if (above) linkPackages(above, join(folder, "..", "node_modules"), top, folder);
    }
    return { ...folders, scratch: base, close };
  } catch (error) {
    close();
    throw error;
  }
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
