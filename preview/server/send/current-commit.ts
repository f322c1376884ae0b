import { execFile } from "node:child_process";
import { relative } from "node:path";
import { plainEnvironment } from "../../../src/build/checkout/git.ts";

/** What the sources of an email stand at. */
export interface CurrentCommit {
  /** Whole hash; null: there is no git, no repository, or no commit. */
  readonly commit: string | null;
  /** Whether the files differ from it. */
  readonly hasChanges: boolean;
}

/** Git may be slow on a large disk: a Send does not wait longer than this, ms. */
const patienceMs = 2_000;

/** The commit that a project is at. @param files absolute: those that count as changed */
export async function readCommit(root: string, files: readonly string[]): Promise<CurrentCommit> {
  const commit = await git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (!commit) return { commit: null, hasChanges: false };
  const own = files.map((file) => relative(root, file)).filter((file) => !file.startsWith(".."));
  const changed =
    own.length > 0 && (await git(root, ["status", "--porcelain", "--ignored=no", "--", ...own]));
  return { commit, hasChanges: Boolean(changed) };
}

/** @returns what it printed; undefined where it refuses, or is not there */
function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const options = { cwd: root, timeout: patienceMs, env: plainEnvironment() };
  return new Promise((resolve) => {
    execFile("git", args, options, (error, output) =>
      resolve(error ? undefined : String(output).trim()),
    );
  });
}
