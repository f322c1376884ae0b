import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInbox, type Inbox } from "letterpress/inbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeExports } from "../docs/describe-exports.ts";
import { declaredImports } from "./declared-imports.ts";
import { listInstalled } from "./installed.ts";
import { type Packed, packPackage } from "./pack.ts";
import { type Readme, readReadme } from "./readme.ts";
import { type Ran, run } from "./run.ts";

const repository = resolve(import.meta.dirname, "../..");
const tool = (path: string) => join(repository, "node_modules", path);

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

const megabyte = 1_000_000;
const mostMegabytes = 20;
const mostPackages = 12;
/** One for each entry point, and those that several share. */
const mostDeclarations = 25;

describe("the packed package, in a project that follows the README", () => {
  let folder: string;
  let inbox: Inbox;
  let packed: Packed;
  let readme: Readme;
  let installed: readonly Ran[];
  let built: Ran;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "letterpress-consumer-"));
    inbox = await createInbox({ port: 0 });
    readme = await readReadme();
    packed = await packPackage(folder);
    await run("npm", ["init", "-y"], folder);
    const ran: Ran[] = [];
    for (const command of readme.installs) {
      const names = command
        .replace(/\bletterpress\b/, packed.tarball)
        .split(" ")
        .slice(1);
      ran.push(await run("npm", names, folder));
    }
    installed = ran;
    await mkdir(join(folder, "emails/account"), { recursive: true });
    await writeFile(join(folder, "emails/account/welcome.tsx"), readme.email);
    await writeFile(join(folder, "send.mts"), readme.program);
    await writeFile(join(folder, "record.mjs"), recorder);
    built = await run("npx", ["letterpress", "build"], folder);
  });

  afterAll(async () => {
    await inbox?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  test("builds the email with types, and without a warning", async () => {
    expect(built.stderr).toBe("");
    expect(built.stdout).toContain("account/welcome");
    const types = await readFile(join(folder, "dist/emails/account/welcome.d.ts"), "utf8");
    expect(types).toContain("WelcomeProps");
  });

  test("sends it by the program that the README shows, run as it says", async () => {
    const env = { MAIL_URL: inbox.smtpUrl };
    const { stdout } = await run(tool(".bin/tsx"), ["send.mts"], folder, env);
    const id = stdout.trim();
    const mail = await inbox.waitFor(({ messageId }) => messageId === id);
    expect(mail.subject).toBe("Welcome, Ada");
    expect(mail.html).toContain("<html");
    expect(mail.text).toContain("https://example.com/start");
  });

  test("loads neither Vite nor an SMTP server where it sends", async () => {
    await cp(join(folder, "send.mts"), join(folder, "send.mjs"));
    const args = ["--import", "./record.mjs", "send.mjs"];
    const { stderr } = await run(process.execPath, args, folder, { MAIL_URL: inbox.smtpUrl });
    const loaded = stderr.split("\n").filter((line) => line.startsWith("loaded "));
    expect(loaded.some((line) => line.includes("/letterpress/dist/src/index.js"))).toBe(true);
    const known =
      /node_modules\/(letterpress|react|react-dom|scheduler|nodemailer|entities|lightningcss|lightningcss-[\w-]+|detect-libc)\//;
    const foreign = loaded.filter((line) => line.includes("node_modules") && !known.test(line));
    expect(foreign).toEqual([]);
    expect(
      loaded.filter((line) => /letterpress\/dist\/(preview|app|src\/inbox)\//.test(line)),
    ).toEqual([]);
  });

  test("compiles with all its declarations, in strict mode", async () => {
    const compilerOptions = {
      ...{ strict: true, target: "es2023", module: "nodenext", jsx: "react-jsx", noEmit: true },
      types: ["node"],
      typeRoots: [tool("@types")],
    };
    const config = { compilerOptions, include: ["send.mts"] };
    await writeFile(join(folder, "tsconfig.send.json"), JSON.stringify(config));
    await run(tool(".bin/tsc"), ["-p", "tsconfig.send.json"], folder);
  });

  test("declares nothing by a package that an app may lack", async () => {
    const root = join(folder, "node_modules/letterpress");
    const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const of = (entry: string) =>
      [...declaredImports(join(root, exports[entry].types))]
        .filter((name) => !name.startsWith("node:"))
        .sort();
    expect(of(".")).toEqual(["@standard-schema/spec", "react"]);
    expect(of("./inbox")).toEqual([]);
    expect(of("./testing")).toEqual([]);
    expect(of("./webhook")).toEqual([]);
    expect(of("./check")).toEqual([]);
    expect(of("./outbox")).toEqual(["@standard-schema/spec", "react"]);
    expect(of("./vite")).toEqual(["vite"]);
  });

  test("has its declarations in few files, with each doc comment", async () => {
    const root = join(folder, "node_modules/letterpress");
    const declared = packed.files.filter((file) => file.endsWith(".d.ts"));
    expect(declared.length).toBeLessThanOrEqual(mostDeclarations);
    const plain = (text: string) =>
      text.replace(/[\s*]+/g, " ").replace(/\{@link (\w+)\}/g, "`$1`");
    const all = await Promise.all(declared.map((file) => readFile(join(root, file), "utf8")));
    const text = plain(all.join("\n"));
    const summaries = ["src/index.ts", "src/outbox/index.ts", "preview/server/index.ts"]
      .flatMap((file) => describeExports(join(repository, file)))
      .map(({ name, summary }) => ({ name, summary: plain(summary) }));
    expect(summaries.length).toBeGreaterThan(80);
    expect(summaries.filter(({ summary }) => !text.includes(summary))).toEqual([]);
  });

  test("holds the library, its types, the preview's app and the licences of what is in them", async () => {
    const { files } = packed;
    expect(files).toContain("dist/src/index.js");
    expect(files).toContain("dist/src/index.d.ts");
    expect(files).toContain("dist/preview/server/index.js");
    expect(files).toContain("dist/app/index.html");
    expect(files).toContain("dist/app/_letterpress/licenses.md");
    expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE", "package.json"]));
    expect(files.filter((file) => /^(src|test|preview)\//.test(file))).toEqual([]);
    const licences = join(folder, "node_modules/letterpress/dist/licenses.md");
    const text = await readFile(licences, "utf8");
    for (const name of ["smtp-server", "iconv-lite", "selfsigned", "launch-editor", "tailwindcss"])
      expect(text).toContain(`## ${name} - `);
  });

  test("has a README without dead links", async () => {
    const text = await readFile(join(repository, "README.md"), "utf8");
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, source]) => link ?? source ?? "")
      .filter((link) => !/^https?:/.test(link));
    expect(links.length).toBeGreaterThan(3);
    const isThere = (link: string) =>
      packed.files.some((file) => file === link || file.startsWith(`${link}/`));
    expect(links.filter((link) => !isThere(link))).toEqual([]);
    const guide = join(repository, "docs/preview.md");
    const pictures = [...(await readFile(guide, "utf8")).matchAll(/(?:src|srcset)="([^"]+)"/g)];
    for (const [, path = ""] of pictures) expect(isThere(join("docs", path)), path).toBe(true);
  });

  test("has a command", async () => {
    const { stdout } = await run("npx", ["letterpress", "--version"], folder);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  // Last of all: it removes what the others need.
  test("leaves few and small packages in production, none of them deprecated", async () => {
    const [production] = installed;
    expect(production?.stderr).not.toMatch(/deprecated/);
    await run("npm", ["ci", "--omit=dev"], folder);
    const all = await listInstalled(folder);
    expect(all.length).toBeLessThanOrEqual(mostPackages);
    const isOwn = ({ name }: { readonly name: string }) =>
      !/^(?:react|react-dom|scheduler|lightningcss.*|detect-libc)$/.test(name);
    const bytes = all.filter(isOwn).reduce((sum, each) => sum + each.bytes, 0);
    expect(bytes / megabyte).toBeLessThan(mostMegabytes);
  });
});
