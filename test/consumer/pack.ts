import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** The package as it would be published. */
export interface Packed {
  /** Absolute path of the tarball. */
  readonly tarball: string;
  /** Paths of the files in it. */
  readonly files: readonly string[];
}

/** Builds and packs this package into a folder. */
export async function packPackage(folder: string): Promise<Packed> {
  const root = resolve(import.meta.dirname, "../..");
  const args = ["pack", "--json", "--foreground-scripts=false", "--pack-destination", folder];
  const { stdout } = await run("npm", args, root);
  const [{ filename, files }] = JSON.parse(stdout);
  return {
    tarball: join(folder, filename),
    files: files.map(({ path }: { readonly path: string }) => path),
  };
}
