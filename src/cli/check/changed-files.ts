import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/**
 * Files that differ from a git reference, and new ones; absolute.
 *
 * @throws {Error} when there is no git, no repository or no such reference
 */
export function changedFiles(root: string, reference: string): ReadonlySet<string> {
  const git = (...args: readonly string[]) => {
    try {
      return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      const [reason = message] = (stderr || message).trim().split("\n");
      throw new Error(`Cannot find what changed since ${reference}: ${reason}`, { cause: error });
    }
  };
  const top = git("rev-parse", "--show-toplevel").trim();
  const differing = git("diff", "--name-only", "-z", reference, "--").split("\0");
  const added = git("ls-files", "--others", "--exclude-standard", "-z", "--full-name").split("\0");
  return new Set([...differing, ...added].filter(Boolean).map((file) => resolve(top, file)));
}
