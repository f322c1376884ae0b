/**
 * Runs benchmarks by name: `npm run bench -- render`, `npm run bench -- preview send`; all without a name.
 * Each file beside this one that is not a helper is a benchmark; it prints ratios taken in one run.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const folder = import.meta.dirname;
const known = readdirSync(folder)
  .filter((name) => /^(?!index\.)[\w-]+\.ts$/.test(name))
  .map((name) => name.slice(0, -".ts".length));

const args = process.argv.slice(2);
/** Options behind the names are the benchmarks' own. */
const optionsAt = args.findIndex((arg) => arg.startsWith("--"));
const asked = optionsAt < 0 ? args : args.slice(0, optionsAt);
const options = optionsAt < 0 ? [] : args.slice(optionsAt);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Cannot run ${unknown.join(", ")}: the benchmarks are ${known.join(", ")}`);
  process.exit(2);
}

/** Benchmarks that set our code beside that of others: run as it is published, bundled and nothing added. */
const bundled = ["activity", "bad-day", "inbox", "load", "outbox", "send"];
const cache = join(folder, "../../node_modules/.cache/letterpress/bench");

/** What Node runs for a benchmark. tsx names each function anew whenever it is made, which takes time. */
function programOf(name: string): readonly string[] {
  const source = join(folder, `${name}.ts`);
  if (!bundled.includes(name)) return ["--import", "tsx", source];
  const outfile = join(cache, `${name}.mjs`);
  buildSync({
    ...{ entryPoints: [source], outfile, bundle: true, packages: "external" },
    ...{ platform: "node", format: "esm", logLevel: "warning" },
  });
  return [outfile];
}

let failed = false;
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", ...programOf(name), ...options], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
