import { readFile, realpath, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { normalizePath } from "vite";
import { Refusal } from "../../api/answer.ts";

/** Where sources may be written. */
export interface SourceFolders {
  /** The project; files are named relative to it. */
  readonly root: string;
  readonly emailsDir: string;
}

/** A file and what is to stand in it in the place of what stands there. */
export interface Rewrite {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes files of the project, all of them or none: each must be as it was when the change was made.
 *
 * @throws {Refusal} saying why not; then nothing was written
 */
export async function rewriteSources(
  rewrites: readonly Rewrite[],
  folders: SourceFolders,
): Promise<void> {
  const paths: string[] = [];
  for (const { file, before } of rewrites) {
    const path = await findOwn(file, folders);
    if ((await readFile(path, "utf8")) !== before) {
      throw new Refusal(409, `Cannot change ${file}: it changed meanwhile; look at it again`);
    }
    paths.push(path);
  }
  for (const [at, { after }] of rewrites.entries()) await writeFile(paths[at] as string, after);
}

/** A link in the project may lead out of it, and what is there is another's. */
async function findOwn(file: string, { root, emailsDir }: SourceFolders): Promise<string> {
  const path = await realpath(resolve(root, file)).then(normalizePath, () => undefined);
  if (path === undefined) {
    throw new Refusal(409, `Cannot change ${file}: it is not there any more`);
  }
  const own = await Promise.all([root, emailsDir].map((folder) => realpath(folder)));
  const isOwn = own.some((folder) => path.startsWith(`${normalizePath(folder)}/`));
  if (!isOwn || path.includes("/node_modules/")) {
    throw new Refusal(403, `Cannot change ${file}: it is no file of this project`);
  }
  return path;
}
