import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createInbox, type Inbox } from "letterpress/inbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** Prints every module that Node loads, ESM or CommonJS, to standard error. */
const recorder = `
import { createRequire, register } from "node:module";
const hooks = "import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(2, 'loaded ' + url + '\\\\n'); return next(url, context); }";
register("data:text/javascript," + encodeURIComponent(hooks));
const require = createRequire(import.meta.url);
process.on("exit", () => {
  for (const file of Object.keys(require.cache)) console.error("loaded " + file);
});
`;

/** The program that the README shows: the block after its "send" marker. */
async function readmeProgram(): Promise<string> {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const block = /<!-- program: send -->\s*```ts\n([\s\S]+?)```/.exec(readme)?.[1];
  if (!block) throw new Error('README.md has no code block after "<!-- program: send -->"');
  return block;
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await run("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

/** Compiles the folder, and every declaration file with it. @returns errors, but for React Email's own */
async function compile(folder: string): Promise<string[]> {
  const tsc = join(root, "node_modules/.bin/tsc");
  const { stdout } = await run(tsc, ["-p", folder]).catch((error) => error);
  const errors = String(stdout)
    .split("\n")
    .filter((line) => line.includes("error TS"));
  // Its declaration files import packages whose types it does not bring.
  return errors.filter((line) => !line.includes("node_modules/@react-email/"));
}

describe("the packed package, installed in an empty folder", () => {
  let folder: string;
  let inbox: Inbox;
  let files: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "letterpress-consumer-"));
    inbox = await createInbox({ port: 0 });
    const [packed] = JSON.parse(
      await npm(
        ["pack", "--json", "--foreground-scripts=false", "--pack-destination", folder],
        root,
      ),
    );
    files = packed.files.map((file: { path: string }) => file.path);
    await writeFile(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
    await npm(["install", `./${packed.filename}`, "zod", "@types/react", "@types/node@20"], folder);
    await cp(join(root, "emails"), join(folder, "emails"), { recursive: true });
    await writeFile(join(folder, "send.ts"), await readmeProgram());
    await writeFile(join(folder, "record.mjs"), recorder);
    const compilerOptions = {
      strict: true,
      target: "es2023",
      module: "nodenext",
      jsx: "react-jsx",
      resolveJsonModule: true,
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: true,
      types: ["node"],
      outDir: "out",
      rootDir: ".",
    };
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["send.ts", "emails"] }),
    );
    const errors = await compile(folder);
    if (errors.length > 0) throw new Error(`the program does not compile:\n${errors.join("\n")}`);
  }, 180_000);

  afterAll(async () => {
    await inbox?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  test("sends an order confirmation in plain Node, and loads neither Vite nor an SMTP server", async () => {
    const { stdout, stderr } = await run(
      process.execPath,
      ["--import", "./record.mjs", "out/send.js"],
      { cwd: folder, env: { ...process.env, MAIL_URL: inbox.smtpUrl } },
    );
    const mail = await inbox.waitFor(() => true);
    expect(stdout).toContain(mail.messageId);
    expect(mail.subject).toMatch(/order/i);
    expect(mail.html).toContain("<html");

    const loaded = stderr.split("\n").filter((line) => line.startsWith("loaded "));
    expect(loaded.some((line) => line.includes("/letterpress/dist/src/index.js"))).toBe(true);
    const heavy =
      /node_modules\/(vite|rolldown|smtp-server|postal-mime|selfsigned|@peculiar|tsx)\//;
    expect(loaded.filter((line) => heavy.test(line))).toEqual([]);
    expect(
      loaded.filter((line) => /letterpress\/dist\/(preview|app|src\/inbox)\//.test(line)),
    ).toEqual([]);
  });

  test("holds the built library, its types and the preview's app, and no source or test", () => {
    expect(files).toContain("dist/src/index.js");
    expect(files).toContain("dist/src/index.d.ts");
    expect(files).toContain("dist/preview/server/index.js");
    expect(files).toContain("dist/app/index.html");
    expect(files).toContain("dist/app/_letterpress/licenses.md");
    expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE", "package.json"]));
    expect(files.filter((file) => /^(src|test|emails|preview)\//.test(file))).toEqual([]);
  });

  test("has a command", async () => {
    const { stdout } = await run("npx", ["letterpress", "--version"], { cwd: folder });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
  });
});
