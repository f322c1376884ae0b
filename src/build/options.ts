import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";

/** Options of {@link buildEmails}. */
export interface BuildOptions {
  /** The project's root. */
  readonly root: string;
  /** Folder of the emails, from the root. @default "emails" */
  readonly emailsDir?: string | undefined;
  /** Folder to build into, from the root. @default "dist/emails" */
  readonly outDir?: string | undefined;
  /**
   * The project's Vite config, whose aliases, defines, CSS options and plugins are used. `false`
   * uses none.
   *
   * @default the config that Vite itself would find in the root
   */
  readonly viteConfig?: string | false | undefined;
  /** The project's tsconfig, from the root. @default the nearest above the emails */
  readonly tsconfig?: string | undefined;
  /** `false`: no declarations, and no check of types. @default true */
  readonly types?: boolean | undefined;
}

/** Options with their defaults, and absolute paths with forward slashes and without links. */
export interface ResolvedOptions {
  readonly root: string;
  readonly emailsDir: string;
  readonly outDir: string;
  readonly viteConfig: string | false | undefined;
  readonly tsconfig: string | undefined;
  readonly types: boolean;
}

/**
 * Puts the options together.
 *
 * @throws {Error} when a folder is not there, or when building would touch sources
 */
export function resolveOptions(options: BuildOptions): ResolvedOptions {
  const root = realPath(resolve(options.root));
  const emailsDir = realPath(resolve(root, options.emailsDir ?? "emails"));
  const outDir = realPath(resolve(root, options.outDir ?? "dist/emails"));
  const tsconfig = options.tsconfig && realPath(resolve(root, options.tsconfig));
  for (const [name, path] of [
    ["--emails", emailsDir],
    ["--tsconfig", tsconfig],
  ] as const) {
    if (path && !existsSync(path)) {
      throw new Error(`Cannot build: ${path} is not there; name another with ${name}`);
    }
  }
  if (isWithin(emailsDir, outDir) || isWithin(outDir, emailsDir) || isWithin(outDir, root)) {
    throw new Error(
      `Cannot build: ${outDir} holds sources; name another folder with --out, such as dist/emails`,
    );
  }
  const { viteConfig, types = true } = options;
  return { root, emailsDir, outDir, viteConfig, tsconfig, types };
}

/** A path as the bundler and TypeScript name it; of what is not there yet, the part that is. */
function realPath(path: string): string {
  const above = join(path, "..");
  if (existsSync(path)) return toSlashes(realpathSync(path));
  return above === path
    ? toSlashes(path)
    : `${realPath(above)}${toSlashes(path.slice(above.length))}`;
}

/** A path with forward slashes. */
export function toSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
