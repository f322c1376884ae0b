import { execFile } from "node:child_process";

/** Names that a module is to export, as Node loads it. */
export interface NamesInNode {
  /** A specifier as the project would write it, or an absolute path. */
  readonly target: string;
  /** Whether it is loaded by `require`. */
  readonly isRequired: boolean;
  readonly names: readonly string[];
}

/** Packages load in far less; one that never ends is not waited for. */
const longestMs = 20_000;

const mark = "letterpress-missing-names:";

/** A program of its own: what a package does when it loads is no matter of the build's process. */
const program = `
import { createRequire } from "node:module";
import { join } from "node:path";
const require = createRequire(join(process.cwd(), "package.json"));
const missing = [];
for (const { target, isRequired, names } of JSON.parse(process.argv[1])) {
  try {
    const module = Object(isRequired ? require(target) : await import(target));
    missing.push(names.filter((name) => !(name in module) && !(isRequired && name === "default")));
  } catch {
    missing.push([]);
  }
}
process.stdout.write("\\n${mark}" + JSON.stringify(missing) + "\\n", () => process.exit(0));
`;

/**
 * Loads modules in a Node of their own, and looks which names they lack. A module that does not load
 * there (it may want what only production has) is believed.
 *
 * @param root the project, from where specifiers are found
 * @returns the missing names of each module, in their order
 */
export async function findMissingNames(
  modules: readonly NamesInNode[],
  root: string,
): Promise<readonly (readonly string[])[]> {
  if (modules.length === 0) return [];
  const list = modules.map(({ target, isRequired, names }) => ({ target, isRequired, names }));
  const stdout = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      ["--input-type=module", "--eval", program, JSON.stringify(list)],
      {
        cwd: root,
        timeout: longestMs,
        env: { ...process.env, NODE_OPTIONS: "" },
        maxBuffer: 2 ** 26,
      },
      (_, text) => resolve(text),
    );
  });
  const found = stdout.split(`\n${mark}`)[1]?.split("\n")[0];
  return found === undefined ? [] : JSON.parse(found);
}
