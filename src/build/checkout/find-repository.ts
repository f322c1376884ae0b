import { realpathSync } from "node:fs";
import { relative } from "node:path";
import { toSlashes } from "../options.ts";
import { GitFailure, gitIn, orUndefined } from "./git.ts";

/** The repository that a project is in. */
export interface Repository {
  /** Absolute, without links. */
  readonly top: string;
  /** The project from there; empty when it is all of it. */
  readonly path: string;
}

/**
 * Finds the repository around a project.
 *
 * @throws {Error} when there is no git, no repository, or no commit in it
 */
export function findRepository(root: string): Repository {
  const git = gitIn(root);
  let top: string;
  try {
    top = realpathSync(git("rev-parse", "--show-toplevel"));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const advice = /not a git repository/i.test(error.reason)
      ? "it is in no git repository; run `git init` and commit, or run this in one"
      : error.reason;
    throw new Error(`Cannot compare ${root}: ${advice}`, { cause: error });
  }
  if (orUndefined(() => git("rev-parse", "--verify", "--quiet", "HEAD^{commit}")) === undefined) {
    throw new Error(`Cannot compare ${root}: its repository has no commit yet; make the first one`);
  }
  return { top, path: toSlashes(relative(top, realpathSync(root))) };
}
