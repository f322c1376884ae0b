import { relative } from "node:path";
import { type Git, zeroSplit } from "../../build/checkout/git.ts";

/**
 * Files that were renamed since a commit, from the old name to the new.
 *
 * @param git in a checkout of what is compared
 * @param path the project, from the repository's top
 */
export function findRenames(git: Git, commit: string, path: string): ReadonlyMap<string, string> {
  // Files that are new are looked at when the index knows of them; it is the checkout's own.
  git("add", "--all", "--intent-to-add", "--", path || ".", ":(exclude,glob)**/node_modules/**");
  const listed = zeroSplit(
    git("diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit, "--"),
  );
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < listed.length; at += 3) {
    const [from = "", to = ""] = [listed[at + 1], listed[at + 2]].map((file) =>
      relative(path, file ?? "").replaceAll("\\", "/"),
    );
    renames.set(from, to);
  }
  return renames;
}
