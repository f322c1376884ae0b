import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type BuildResult, buildEmails } from "../../src/build/build-emails.ts";
import type { BuildOptions } from "../../src/build/options.ts";
import { formatProblem } from "../../src/build/problem.ts";
import { execute, tsc } from "./run-node.ts";

const repository = resolve(import.meta.dirname, "../..");

/** A project of a user. */
export interface Project {
  readonly root: string;
  path(path: string): string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Paths of all files below a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  build(options?: Partial<BuildOptions>): Promise<BuildResult>;
  /** Builds, and fails when the build does. */
  mustBuild(options?: Partial<BuildOptions>): Promise<BuildResult>;
  /** Runs a module in plain Node, in the project's root. */
  node(code: string, options?: NodeOptions): Promise<NodeRun>;
  /** Runs the project's TypeScript. @returns what it found wrong, empty when nothing */
  tsc(...args: readonly string[]): Promise<string>;
}

/** How {@link Project.node} runs. */
export interface NodeOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether to record what is loaded, which costs time. @default true */
  readonly record?: boolean;
  /** Whether TypeScript and JSX run as they are, by tsx. @default false */
  readonly tsx?: boolean;
}

/** What a run of Node gave. */
export interface NodeRun {
  readonly stdout: string;
  /** Every module that was loaded, ESM or CommonJS, as a path. */
  readonly loaded: readonly string[];
}

/** A folder with this package as it would be installed, and projects in it. */
export interface Workspace {
  project(files: Readonly<Record<string, string>>): Promise<Project>;
  dispose(): Promise<void>;
}

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

/** A tsconfig as a careful project has it. */
export function tsconfig(compilerOptions: object = {}): string {
  return JSON.stringify({
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
      noEmit: true,
      resolveJsonModule: true,
      allowImportingTsExtensions: true,
      types: ["node", "vite/client"],
      ...compilerOptions,
    },
  });
}

/**
 * Lays this package, as it was compiled, beside what it depends on.
 *
 * @param packageDist the folder that it was compiled into
 */
export async function layWorkspace(packageDist: string): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "letterpress-build-")));
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "letterpress"), { recursive: true });
  for (const name of await readdir(join(repository, "node_modules"))) {
    // A project says itself whether it has TypeScript.
    if (/^\.|^(?:letterpress|react-email|typescript)$/.test(name)) continue;
    await symlink(join(repository, "node_modules", name), join(modules, name));
  }
  await cp(join(repository, "package.json"), join(modules, "letterpress/package.json"));
  await cp(packageDist, join(modules, "letterpress/dist"), { recursive: true });
  // A build renders each email in the preview, whose page nobody opens.
  await mkdir(join(modules, "letterpress/dist/app"), { recursive: true });
  await writeFile(join(modules, "letterpress/dist/app/index.html"), "");
  let count = 0;
  return {
    async project(files) {
      count += 1;
      const root = join(folder, `project-${count}`);
      await mkdir(join(root, "node_modules"), { recursive: true });
      await symlink(
        join(repository, "node_modules/typescript"),
        join(root, "node_modules/typescript"),
      );
      const project = projectIn(root);
      const basics = {
        "package.json": `{ "name": "shop", "private": true, "type": "module" }`,
        "tsconfig.json": tsconfig(),
        "record.mjs": recorder,
      };
      for (const [path, text] of Object.entries({ ...basics, ...files })) {
        await project.write(path, text);
      }
      return project;
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

function projectIn(root: string): Project {
  const path = (name: string) => join(root, name);
  const build = (options: Partial<BuildOptions> = {}) => buildEmails({ root, ...options });
  return {
    root,
    path,
    build,
    read: (name) => readFile(path(name), "utf8"),
    async write(name, text) {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), text);
    },
    remove: (name) => rm(path(name), { recursive: true }),
    async list(name) {
      const entries = await readdir(path(name), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path(name).length + 1))
        .sort();
    },
    async mustBuild(options) {
      const result = await build(options);
      if (result.problems.length > 0)
        throw new Error(result.problems.map(formatProblem).join("\n"));
      return result;
    },
    async node(code, { env, record = true, tsx = false } = {}) {
      await writeFile(path("run.mjs"), code);
      const { stdout, stderr } = await execute(
        process.execPath,
        [
          ...(record ? ["--import", "./record.mjs"] : []),
          ...(tsx ? ["--import", "tsx"] : []),
          "run.mjs",
        ],
        root,
        { ...process.env, NODE_ENV: "production", ...env },
      );
      const loaded = stderr
        .split("\n")
        .filter((line) => line.startsWith("loaded "))
        .map((line) => line.slice("loaded ".length).replace("file://", ""));
      return { stdout, loaded };
    },
    tsc: (...args) => tsc(root, ...args),
  };
}
