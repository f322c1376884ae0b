/**
 * Runs the tests on each version of Node that the package promises, and the package itself on Bun
 * and Deno: `npm run runtimes`. Some of them: `npm run runtimes -- 22 26 bun`; some of the tests:
 * `--project unit`, which may be repeated. Ends with "N passed, N failed".
 */
import { parseArgs } from "node:util";
import { fetchRuntime } from "./fetch-runtime.ts";
import { tryForeignRuntimes } from "./foreign-runtimes.ts";
import { runProject } from "./run-projects.ts";

/** The oldest that the package promises, and the newest of each line that is kept. */
const nodes: Readonly<Record<string, string>> = {
  "20": "20.19.0",
  "22": "22",
  "24": "24",
  "26": "26",
};
const foreign = { bun: "1", deno: "2" } as const;
const projects = ["unit", "build", "outbox", "preview"];

const { values, positionals } = parseArgs({
  options: { project: { type: "string", multiple: true, default: projects } },
  allowPositionals: true,
});
const known = [...Object.keys(nodes), ...Object.keys(foreign)];
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Cannot run on ${unknown.join(", ")}: there are ${known.join(", ")}`);
  process.exit(2);
}
const isAsked = (name: string) => positionals.length === 0 || positionals.includes(name);

let [passed, failed] = [0, 0];
const rows: string[] = [];
const row = (
  runtime: string,
  what: string,
  run: { passed: number; failed: number; seconds: number },
) => {
  const cells = [
    runtime.padEnd(16),
    what.padEnd(16),
    String(run.passed).padStart(7),
    String(run.failed).padStart(7),
  ];
  rows.push(`${cells.join(" ")} ${run.seconds.toFixed(0).padStart(7)}`);
  console.log(rows.at(-1));
};

for (const [name, version] of Object.entries(nodes)) {
  if (!isAsked(name)) continue;
  const node = await fetchRuntime("node", version);
  for (const project of values.project) {
    const run = await runProject(node, project);
    row(`Node ${version}`, project, run);
    for (const failure of run.failures) console.log(`\n${failure}\n`);
    passed += run.passed;
    failed += run.failed;
  }
}
const asked = (["bun", "deno"] as const).filter(isAsked);
if (asked.length > 0) {
  for (const run of await tryForeignRuntimes(asked.map((name) => [name, foreign[name]]))) {
    row(run.runtime, run.what, {
      ...run,
      passed: run.failure ? 0 : 1,
      failed: run.failure ? 1 : 0,
    });
    if (run.failure) console.log(`\n${run.failure}\n`);
    if (run.failure) failed += 1;
    else passed += 1;
  }
}
console.log(
  `\n${"runtime".padEnd(16)} ${"what".padEnd(16)}  passed  failed seconds\n${rows.join("\n")}\n`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
