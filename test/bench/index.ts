/**
 * `npm run bench` measures all that the README quotes, in one run, beside what people use instead,
 * and prints a table; with `--write` it puts the table into the README.
 *
 * `npm run bench -- render`, `npm run bench -- preview send`: benchmarks by name, at length. Each
 * file beside this one is a benchmark; it prints ratios taken in one run.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describeMachine } from "./figures/describe-machine.ts";
import { header, toRows } from "./figures/figures-table.ts";
import { figuresVariable } from "./figures/note-figure.ts";
import { writeFigures } from "./figures/write-readme.ts";
import { printTable } from "./send/print-table.ts";

const folder = import.meta.dirname;
const root = join(folder, "../..");
const known = readdirSync(folder)
  .filter((name) => /^(?!index\.)[\w-]+\.ts$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => name.slice(0, -".ts".length));

/** What the table is made of, and how long each measures there. */
const quoted: Readonly<Record<string, readonly string[]>> = {
  render: [],
  "cold-start": [],
  send: ["--figures"],
  inbox: ["--figures"],
  outbox: ["--backlog", "1000"],
  webhook: [],
  checks: [],
  preview: ["--figures"],
  install: [],
};

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
const writes = options[0] === "--write";
if (writes && (asked.length > 0 || options.length > 1)) {
  console.error("Cannot write: --write stands alone, since the table is of one run");
  process.exit(2);
}

/** Benchmarks that set our code beside that of others: run as it is published, bundled and nothing added. */
const bundled = ["activity", "bad-day", "inbox", "load", "outbox", "send"];
const cache = join(root, "node_modules/.cache/letterpress/bench");

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

/** @returns whether it ended well */
function runBenchmark(name: string, own: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", ...programOf(name), ...own], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  return status === 0;
}

function measureAll(): boolean {
  const aside = mkdtempSync(join(tmpdir(), "letterpress-figures-"));
  try {
    const file = join(aside, "figures.jsonl");
    writeFileSync(file, "");
    const ended = Object.entries(quoted).map(([name, own]) =>
      runBenchmark(name, own, { [figuresVariable]: file }),
    );
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    const rows = toRows(lines.map((line) => JSON.parse(line)));
    const machine = describeMachine();
    printTable(machine, header, rows);
    if (!ended.every(Boolean)) return false;
    if (writes) {
      const readme = join(root, "README.md");
      const text = readFileSync(readme, "utf8");
      writeFileSync(readme, writeFigures(text, rows, { on: new Date(), machine }));
    }
    return true;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const all =
  asked.length > 0 ? asked.map((name) => runBenchmark(name, options)).every(Boolean) : measureAll();
process.exit(all ? 0 : 1);
