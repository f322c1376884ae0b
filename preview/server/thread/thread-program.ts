import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundleOwnSource } from "../emails/bundle-own-source.ts";

/** What the emails' thread runs. */
export interface ThreadProgram {
  readonly file: string;
  /** Modules that most emails need: loaded while the server still starts. */
  readonly preload: readonly string[];
}

const worker = "preview/thread/index";
const letterpress = "src/index";

/** The program as published, or made of this package's sources. */
export async function findThreadProgram(packageRoot: string): Promise<ThreadProgram> {
  const isSource = existsSync(join(packageRoot, `${worker}.ts`));
  const find = async (entry: string) =>
    isSource
      ? bundleOwnSource(packageRoot, `${entry}.ts`)
      : join(packageRoot, "dist", `${entry}.js`);
  const [file, preloaded] = await Promise.all([find(worker), find(letterpress)]);
  return { file, preload: [preloaded] };
}
