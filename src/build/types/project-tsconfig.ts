import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ResolvedOptions, toSlashes } from "../options.ts";
import { runTypeScript } from "./run-typescript.ts";

/** What the project tells TypeScript. */
export interface ProjectTsconfig {
  /** Absolute path; `undefined` when there is none. */
  readonly path: string | undefined;
  /** Its declaration files: what they declare globally, the emails may use. Absolute paths. */
  readonly globals: readonly string[];
}

/** Finds the tsconfig that governs the emails, behind a solution of several where there is one. */
export async function findTsconfig(
  typescript: string,
  { root, emailsDir, outDir, tsconfig }: ResolvedOptions,
): Promise<ProjectTsconfig> {
  const path = tsconfig ?? nearest(emailsDir);
  if (path === undefined) return { path, globals: [] };
  const config = await show(typescript, path, root);
  const governing = [config];
  if (config.files.length === 0) {
    for (const reference of config.references) {
      governing.push(await show(typescript, toConfigFile(reference), root));
    }
  }
  const holdsEmail = (file: string) => file.startsWith(`${emailsDir}/`);
  const chosen =
    governing.find(({ files }) => files.some(holdsEmail)) ??
    governing.find(({ files }) => files.length > 0) ??
    config;
  const globals = chosen.files.filter(
    (file) => /\.d\.[cm]?ts$/.test(file) && !file.startsWith(`${outDir}/`),
  );
  return { path: chosen.path, globals };
}

interface ShownConfig {
  readonly path: string;
  readonly files: readonly string[];
  readonly references: readonly string[];
}

/** Reads a tsconfig through TypeScript, which knows comments, `extends` and globs. */
async function show(typescript: string, path: string, root: string): Promise<ShownConfig> {
  const shown = await runTypeScript(typescript, ["-p", path, "--showConfig"], root);
  try {
    const { files = [], references = [] } = JSON.parse(shown);
    const absolute = (file: string) => toSlashes(resolve(dirname(path), file));
    return {
      path,
      files: files.map(absolute),
      references: references.map((reference: { path: string }) => absolute(reference.path)),
    };
  } catch {
    // A solution has no files of its own, and TypeScript says so instead of showing it.
    return { path, files: [], references: [] };
  }
}

function toConfigFile(reference: string): string {
  return reference.endsWith(".json") ? reference : join(reference, "tsconfig.json");
}

function nearest(folder: string): string | undefined {
  const path = join(folder, "tsconfig.json");
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearest(above);
}
