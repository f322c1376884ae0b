import { type Git, orUndefined } from "./git.ts";

/** What is compared with. */
export interface Reference {
  /** As it was asked for, or found: `main`. */
  readonly name: string;
  /** Its commit, whole. */
  readonly commit: string;
  /** Why this one, in words; empty when it was asked for. */
  readonly reason: string;
}

/**
 * Finds the commit to compare with. When none is asked for: the last commit, while something is not
 * committed; else the commit at which this branch left the default one; on the default branch
 * itself, the commit before the last.
 *
 * @throws {Error} when there is no such reference
 */
export function chooseReference(git: Git, asked: string | undefined): Reference {
  if (asked !== undefined) return { name: asked, commit: commitOf(git, asked), reason: "" };
  const head = commitOf(git, "HEAD");
  if (git("status", "--porcelain", "-z") !== "") {
    return { name: "HEAD", commit: head, reason: "the last commit" };
  }
  const branch = defaultBranch(git);
  const fork = branch && orUndefined(() => git("merge-base", branch, "HEAD"));
  if (fork && fork !== head) {
    return { name: branch, commit: fork, reason: `where this branch left ${branch}` };
  }
  const before = orUndefined(() => git("rev-parse", "--verify", "--quiet", "HEAD^1^{commit}"));
  if (before) return { name: "HEAD^", commit: before, reason: "the commit before the last" };
  const advice = isShallow(git)
    ? "this clone holds its last commit only: fetch more with `git fetch --deepen=100`, or name a reference"
    : "there is one commit and nothing is changed since; name a reference";
  throw new Error(`Cannot compare: nothing to compare with, because ${advice}`);
}

function commitOf(git: Git, name: string): string {
  const find = (reference: string) =>
    // A name that begins with a dash is no option.
    orUndefined(() =>
      git("rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`),
    );
  const commit = find(name);
  if (commit) {
    // A shallow clone knows the names of commits that it does not hold.
    if (orUndefined(() => git("cat-file", "-e", `${commit}^{tree}`)) === undefined) {
      throw new Error(
        `Cannot compare with ${name}: this clone does not hold it; ${fetchAdvice(name)}`,
      );
    }
    return commit;
  }
  const remote = find(`origin/${name}`);
  if (remote)
    throw new Error(
      `Cannot compare with ${name}: there is no such reference; origin/${name} is there`,
    );
  const reason = isShallow(git)
    ? `there is no such reference in this shallow clone; ${fetchAdvice(name)}`
    : "there is no such reference; name a branch, a tag or a commit";
  throw new Error(`Cannot compare with ${name}: ${reason}`);
}

function fetchAdvice(name: string): string {
  const plain = /^[\w./-]+$/.test(name) ? name.replace(/^origin\//, "") : "main";
  return `fetch it with \`git fetch --depth=1 origin ${plain}:refs/remotes/origin/${plain}\` and compare with origin/${plain}, or fetch all with \`git fetch --unshallow\``;
}

function isShallow(git: Git): boolean {
  return orUndefined(() => git("rev-parse", "--is-shallow-repository")) === "true";
}

function defaultBranch(git: Git): string | undefined {
  const remote = orUndefined(() =>
    git("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"),
  );
  const configured = orUndefined(() => git("config", "init.defaultBranch"));
  const names = [remote, "origin/main", "origin/master", configured, "main", "master"];
  return names.find(
    (name) =>
      name && orUndefined(() => git("rev-parse", "--verify", "--quiet", `${name}^{commit}`)),
  );
}
