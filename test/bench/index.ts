/**
 * Runs benchmarks by name: `npm run bench -- render`, `npm run bench -- preview send`; all without a name.
 * Each file beside this one that is not a helper is a benchmark; it prints ratios taken in one run.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const known = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "index.ts")
  .map((name) => name.slice(0, -".ts".length));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Cannot run ${unknown.join(", ")}: the benchmarks are ${known.join(", ")}`);
  process.exit(2);
}

let failed = false;
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", join(folder, `${name}.ts`)],
    { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } },
  );
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
