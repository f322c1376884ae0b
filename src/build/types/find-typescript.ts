import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The project's TypeScript compiler, as a script to run with Node; `undefined` when it has none. */
export function findTypeScript(root: string): string | undefined {
  try {
    const file = createRequire(join(root, "package.json")).resolve("typescript/package.json");
    const { bin } = JSON.parse(readFileSync(file, "utf8"));
    return join(dirname(file), bin.tsc);
  } catch {
    return undefined;
  }
}
