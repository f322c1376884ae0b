import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A git repository of its own, gone with the test. */
export interface GitProject {
  readonly top: string;
  git(...args: readonly string[]): string;
  write(path: string, text: string): void;
  commit(message: string): void;
}

/** Runs git as somebody, whatever the machine says. */
export function runGit(folder: string, ...args: readonly string[]): string {
  const identity = [
    "-c",
    "user.name=Ada",
    "-c",
    "user.email=ada@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  return execFileSync("git", [...identity, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

/** Makes a repository without a commit. */
export function createGitProject(): GitProject {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "letterpress-git-")));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  runGit(top, "init", "--quiet", "--initial-branch=main");
  return {
    top,
    git: (...args) => runGit(top, ...args),
    write(path, text) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    },
    commit(message) {
      runGit(top, "add", "--all");
      runGit(top, "commit", "--quiet", "--message", message);
    },
  };
}
