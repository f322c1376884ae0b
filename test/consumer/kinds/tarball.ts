import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

/** What others look for in a package before it is published: publint, and whether its types are found. */
export async function tarball(kit: Kit): Promise<void> {
  const folder = await kit.makeApp("tarball");
  await run("npm", ["install", "publint@0.3", "@arethetypeswrong/cli@0.18"], folder);
  await kit.check("tarball: publint has nothing to say", () =>
    run("npx", ["publint", "run", "--strict", "--level", "suggestion", kit.tarball], folder),
  );
  // There is no CommonJS: Node 20.19 and newer load these modules by `require` too.
  await kit.check("tarball: its types are found (ESM only)", () =>
    run("npx", ["attw", kit.tarball, "--profile", "esm-only"], folder),
  );
}
