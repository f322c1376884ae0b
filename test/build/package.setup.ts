import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { execute, tsc } from "./run-node.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What the package has in `dist`, but for the preview's app. */
    readonly packageDist: string;
  }
}

const repository = resolve(import.meta.dirname, "../..");

/** Compiles this package once, as `npm run build` does, but for the preview's app. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), "letterpress-package-"));
  const vite = join(repository, "node_modules/vite/bin/vite.js");
  const { VITEST: _, ...env } = process.env;
  await Promise.all([
    tsc(repository, "-p", "tsconfig.build.json", "--emitDeclarationOnly", "--outDir", outDir),
    execute(
      process.execPath,
      [vite, "build", "--mode", "library", "--outDir", outDir],
      repository,
      env,
    ),
  ]);
  provide("packageDist", outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
