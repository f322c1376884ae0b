import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { compilePackage } from "./compile-package.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What the package has in `dist`, but for the preview's app. */
    readonly packageDist: string;
  }
}

/** Compiles this package once, as `npm run build` does, but for the preview's app. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), "letterpress-package-"));
  await compilePackage(outDir);
  provide("packageDist", outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
