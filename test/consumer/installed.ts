import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** A package in a `node_modules`. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly bytes: number;
}

/** All packages in a project's `node_modules`, nested ones too, the heaviest first. */
export async function listInstalled(project: string): Promise<readonly InstalledPackage[]> {
  const modules = join(project, "node_modules");
  const found: InstalledPackage[] = [];
  for (const name of await readdir(modules).catch(() => [])) {
    if (name.startsWith(".")) continue;
    const names = name.startsWith("@")
      ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`)
      : [name];
    for (const one of names) {
      const folder = join(modules, one);
      const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      found.push({ name: one, version, bytes: await bytesOf(folder) });
      found.push(...(await listInstalled(folder)));
    }
  }
  return found.sort((a, b) => b.bytes - a.bytes);
}

/** What the files of a folder take on a disk of 4 KiB blocks, without nested packages. */
async function bytesOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") bytes += await bytesOf(path);
    else if (entry.isFile()) bytes += Math.ceil((await stat(path)).size / 4096) * 4096;
  }
  return bytes;
}
