/**
 * Measures a cold process from its first import to its first rendered email: an email built by
 * `letterpress build` against the same email compiled file by file, as `tsc` does, whose
 * components come from `@react-email/components`; both rendered by this package. Beside them, the
 * same email with React Email's own renderer, and this package imported alone.
 *
 * Each run is a process of its own, in turns; medians are printed: time on the clock, time of the
 * processor (which other work on the machine does not stretch) and peak memory.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compilePackage } from "../build/compile-package.ts";
import { layWorkspace, type Project, tsconfig } from "../build/lay-workspace.ts";
import { noteFigure } from "./figures/note-figure.ts";
import { readRounds } from "./rounds/read-rounds.ts";

const repository = resolve(import.meta.dirname, "../..");
const runs = readRounds(15);
const emails = ["billing/receipt", "orders/order-confirmation", "account/welcome"];

interface Sample {
  readonly ms: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

/** Code that imports and renders, and prints what that cost. */
function measured(body: string): string {
  return `
    import { readFileSync } from "node:fs";
    const startedAt = performance.now();
    const before = process.cpuUsage();
    ${body}
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before);
    let kilobytes = process.resourceUsage().maxRSS;
    try {
      // On Linux the figure above counts what the parent held when it made this process.
      kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
    } catch {}
    console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, megabytes: kilobytes / 1024 }));
  `;
}

function withOwnRender(path: string): string {
  return measured(`
    const [{ render }, { default: email }] = await Promise.all([import("letterpress"), import("${path}")]);
    const { html } = await render(email, email.variants.default);
    if (!html.includes("<html")) throw new Error("nothing was rendered");
  `);
}

function withReactEmail(path: string): string {
  return measured(`
    const [{ render, toPlainText }, { createElement }, { default: email }] = await Promise.all([
      import("@react-email/components"), import("react"), import("${path}"),
    ]);
    const html = await render(createElement(email.component, email.variants.default));
    toPlainText(html);
    if (!html.includes("<html")) throw new Error("nothing was rendered");
  `);
}

async function sample(project: Project, code: string): Promise<Sample> {
  return JSON.parse((await project.node(code, { record: false })).stdout);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const packageDist = await mkdtemp(join(tmpdir(), "letterpress-package-"));
await compilePackage(packageDist);
const workspace = await layWorkspace(packageDist);
try {
  const project = await workspace.project({
    "tsconfig.json": tsconfig({ exactOptionalPropertyTypes: false }),
    "tsconfig.out.json": JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: {
        noEmit: false,
        outDir: "out",
        rootDir: ".",
        module: "nodenext",
        moduleResolution: "nodenext",
        rewriteRelativeImportExtensions: true,
        skipLibCheck: true,
      },
      include: ["emails"],
    }),
    // As in this repository, whose emails have their schema library for development alone: the
    // build compiles in what they use of it.
    "package.json": JSON.stringify({ type: "module", dependencies: { letterpress: "*" } }),
  });
  await cp(join(repository, "emails"), project.path("emails"), { recursive: true });
  const faults = await project.tsc("-p", "tsconfig.out.json");
  if (faults !== "") throw new Error(faults);
  await project.mustBuild();

  const programs = new Map<string, string>([
    ["letterpress alone", measured(`await import("letterpress");`)],
  ]);
  for (const id of emails) {
    programs.set(`${id} built`, withOwnRender(`./dist/emails/${id}.js`));
    programs.set(`${id} from @react-email/components`, withOwnRender(`./out/emails/${id}.js`));
    programs.set(`${id} with React Email's render`, withReactEmail(`./out/emails/${id}.js`));
  }

  const samples = new Map([...programs.keys()].map((name) => [name, [] as Sample[]]));
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, code] of programs) {
      const taken = await sample(project, code);
      // The first round warms the disk's cache, for all alike.
      if (run > 0) samples.get(name)?.push(taken);
    }
  }

  const of = (name: string, figure: keyof Sample) =>
    median((samples.get(name) ?? []).map((taken) => taken[figure]));
  console.log(`medians of ${runs} processes each, Node ${process.versions.node}`);
  for (const name of programs.keys()) {
    const time = `${of(name, "ms").toFixed(0).padStart(6)} ms`;
    const cpu = `${of(name, "cpuMs").toFixed(0).padStart(6)} ms of processor`;
    const memory = `${of(name, "megabytes").toFixed(0).padStart(5)} MB peak`;
    console.log(`  ${name.padEnd(54)}${time}${cpu}${memory}`);
  }
  for (const id of ["billing/receipt", "account/welcome"]) {
    const figure = of(`${id} with React Email's render`, "ms");
    noteFigure({
      what: `cold process → first email, ${id === "account/welcome" ? "a Tailwind email" : "a receipt"}`,
      ...{ unit: "ms", ours: of(`${id} built`, "ms") },
      beside: { name: "`@react-email/components`", figure },
    });
  }
  console.log("built, as a part of the same email otherwise (aim: at most 0.33)");
  for (const id of emails) {
    for (const other of ["from @react-email/components", "with React Email's render"]) {
      const part = (figure: keyof Sample) =>
        (of(`${id} built`, figure) / of(`${id} ${other}`, figure)).toFixed(2);
      const parts = `${part("ms")} time  ${part("cpuMs")} processor  ${part("megabytes")} memory`;
      console.log(`  ${`${id} ${other}`.padEnd(54)}  ${parts}`);
    }
  }
} finally {
  await workspace.dispose();
  await rm(packageDist, { recursive: true, force: true });
}
