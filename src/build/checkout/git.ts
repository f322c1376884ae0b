import { execFileSync } from "node:child_process";

/** Asks git in a folder. @returns what it printed, without the last line's end */
export type Git = (...args: readonly string[]) => string;

/** Git refused something. `reason` is the first line of what it said. */
export class GitFailure extends Error {
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** So much may a list of files be, octets. */
const mostOutput = 512 * 1024 * 1024;

/**
 * What a hook of git is given of the repository it runs for: with it, git would look there and not
 * in the folder that it is asked in.
 */
const localVariables =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|PREFIX|COMMON_DIR|NAMESPACE)$/;

/** The environment without what ties git to another repository. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !localVariables.test(name)),
    ),
    // To look at a repository must not write into it.
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
}

/**
 * Makes what asks git.
 *
 * @throws {GitFailure} from what it makes, when git refuses
 * @throws {Error} from what it makes, when git is not there
 */
export function gitIn(folder: string): Git {
  const env = plainEnvironment();
  return (...args) => {
    try {
      const options = { cwd: folder, env, encoding: "utf8", stdio: "pipe" } as const;
      return execFileSync("git", args, { ...options, maxBuffer: mostOutput }).replace(/\n$/, "");
    } catch (error) {
      const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
      if (code === "ENOENT") {
        throw new Error("Cannot compare: git was not found; install it, or put it on the PATH", {
          cause: error,
        });
      }
      const said = (stderr || message).trim().split("\n");
      const reason = said.find((line) => /^(?:fatal|error):/.test(line)) ?? said[0] ?? "";
      throw new GitFailure(reason.replace(/^(?:fatal|error):\s*/, ""), error);
    }
  };
}

/** What git says, or undefined when it refuses. */
export function orUndefined(ask: () => string): string | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** The entries of a list that is parted by zeros. */
export function zeroSplit(output: string): readonly string[] {
  return output.split("\0").filter(Boolean);
}
