import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The project's TypeScript. */
export interface TypeScript {
  /** Its compiler, as a script to run with Node. */
  readonly script: string;
  /** The first number of its version. */
  readonly major: number;
}

/** Finds the project's TypeScript; `undefined` when it has none. */
export function findTypeScript(root: string): TypeScript | undefined {
  try {
    const file = createRequire(join(root, "package.json")).resolve("typescript/package.json");
    const { bin, version } = JSON.parse(readFileSync(file, "utf8"));
    return { script: join(dirname(file), bin.tsc), major: Number.parseInt(version, 10) };
  } catch {
    return undefined;
  }
}
