import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, parse, relative, resolve } from "node:path";
import type { FoundEmail } from "../find-emails.ts";
import { type ResolvedOptions, toSlashes } from "../options.ts";
import type { BuildProblem } from "../problem.ts";
import { hasReactEmail6 } from "../react-email-version.ts";
import type { TypeScript } from "./find-typescript.ts";
import { isAssetImport, nodeNameOf } from "./missing-types.ts";
import { parseDiagnostics } from "./parse-diagnostics.ts";
import { findTsconfig } from "./project-tsconfig.ts";
import { runTypeScript } from "./run-typescript.ts";

/** Declarations as TypeScript made them, by the absolute path of their source without its ending. */
export type Declarations = ReadonlyMap<string, string>;

/** What TypeScript made of the emails. */
export interface Emitted {
  readonly declarations: Declarations;
  /** What it found wrong; an email whose types do not hold has none worth publishing. */
  readonly problems: readonly BuildProblem[];
  readonly warnings: readonly BuildProblem[];
}

/** What makes declarations and nothing else, whatever the project's config says. */
const forDeclarations = {
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  declarationMap: false,
  declarationDir: null,
  composite: false,
  incremental: false,
  tsBuildInfoFile: null,
  outFile: null,
  noEmitOnError: false,
  skipLibCheck: true,
  // A matter of taste that declarations do not depend on.
  noUnusedLocals: false,
  noUnusedParameters: false,
};

/** Where a project has no tsconfig. */
const defaults = ({ major }: TypeScript) => ({
  strict: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  jsx: "react-jsx",
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  // All of @types, as every version before 6 has it unless told otherwise, and none knows the sign.
  ...(major >= 6 && { types: ["*"] }),
});

/** Where React Email 6 is not installed, its name means the components of before. */
const successorDeclaration = `declare module "react-email" {
  export * from "@react-email/components";
}
`;

/** Has TypeScript declare all emails and what they import. Leaves nothing behind. */
export async function emitDeclarations(
  typescript: TypeScript,
  options: ResolvedOptions,
  emails: readonly FoundEmail[],
): Promise<Emitted> {
  const { root } = options;
  const { path, globals } = await findTsconfig(typescript.script, options);
  const modules = findModules(root);
  const folder = await mkdtemp(join(modules ?? root, ".letterpress-"));
  try {
    const outDir = join(folder, "out");
    await mkdir(outDir);
    const successor = join(folder, "react-email.d.ts");
    await writeFile(successor, successorDeclaration);
    const files = [...new Set(emails.map(({ realPath }) => realPath))];
    const config = {
      ...(path !== undefined && { extends: path }),
      compilerOptions: {
        ...(path === undefined && defaults(typescript)),
        ...forDeclarations,
        ...(files.some((file) => /\.jsx?$/.test(file)) && { allowJs: true, checkJs: false }),
        outDir,
        rootDir: parse(root).root,
      },
      files: [...files, ...globals, ...(hasReactEmail6(root) ? [] : [successor])],
      include: [],
    };
    const configFile = join(folder, "tsconfig.json");
    await writeFile(configFile, JSON.stringify(config));
    const printed = await runTypeScript(
      typescript.script,
      ["-p", configFile, "--pretty", "false"],
      root,
    );
    const found = parseDiagnostics(printed, root);
    return {
      declarations: await readDeclarations(outDir, parse(root).root),
      problems: found
        .filter((problem) => !isAssetImport(problem, root) && nodeNameOf(problem) === undefined)
        .map((problem) =>
          isOf(configFile, problem, root) ? ofProject(problem, path, root) : problem,
        ),
      warnings: warnOfNode(found),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function warnOfNode(problems: readonly BuildProblem[]): BuildProblem[] {
  const names = [...new Set(problems.flatMap((problem) => nodeNameOf(problem) ?? []))];
  if (names.length === 0) return [];
  const message =
    `${names.join(", ")} of Node ${names.length > 1 ? "have" : "has"} no type in this project: run ` +
    `'npm install --save-dev @types/node', and add "node" to "types" in tsconfig.json`;
  return [{ message }];
}

function isOf(path: string, { file }: BuildProblem, root: string): boolean {
  return file !== undefined && resolve(root, file) === path;
}

/** A wrong option was inherited: TypeScript reports it where the config made here extends the project's. */
function ofProject(problem: BuildProblem, path: string | undefined, root: string) {
  // What it explains below has paths from the config made here.
  const [message = problem.message] = problem.message.split("\n");
  return { message, ...(path !== undefined && { file: toSlashes(relative(root, path)) }) };
}

/** The folder that types of packages are looked for from. */
function findModules(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return modules;
    if (folder === dirname(folder)) return undefined;
  }
}

async function readDeclarations(outDir: string, rootDir: string): Promise<Declarations> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.d\.[cm]?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => {
    const source = join(rootDir, relative(outDir, file)).replace(/\.d\.[cm]?ts$/, "");
    return [toSlashes(source), await readFile(file, "utf8")] as const;
  });
  return new Map(await Promise.all(pairs));
}
