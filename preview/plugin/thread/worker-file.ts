import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundleOwnSource } from "../emails/bundle-own-source.ts";

const source = "preview/plugin/worker/index.ts";
const built = "dist/preview/plugin/worker/index.js";

/** The program of the emails' thread: as published, or made of this package's sources. */
export async function findWorkerFile(packageRoot: string): Promise<string> {
  return existsSync(join(packageRoot, source))
    ? bundleOwnSource(packageRoot, source)
    : join(packageRoot, built);
}
