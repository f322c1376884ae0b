import { join, resolve } from "node:path";
import { execute, tsc } from "./run-node.ts";

const repository = resolve(import.meta.dirname, "../..");

/** Compiles this package into a folder, as `npm run build` does, but for the preview's app; its types stay a file for each module. */
export async function compilePackage(outDir: string): Promise<void> {
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
}
