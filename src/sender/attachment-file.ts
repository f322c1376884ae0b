import { constants, createReadStream } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";

/** Where a file is, with every symbolic link resolved, or why it may not be attached. */
export type LocatedAttachment =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly path?: undefined; readonly problem: string };

const escapes = "leads out of 'attachmentsFolder'; only files below that folder may be attached";

/**
 * Finds a file below a folder. Symbolic links are followed first, so that one that leads out of the
 * folder is refused as `..` is.
 *
 * @param folder the only folder that files may lie in; without one every path is refused
 */
export async function locateAttachment(
  path: unknown,
  folder: string | undefined,
): Promise<LocatedAttachment> {
  if (typeof path !== "string" || path === "") {
    return { problem: "is not a path; write a file's path as a string" };
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
    return { problem: "is a URL, which is not fetched; give a path, or the bytes as 'content'" };
  }
  if (path.includes("\0")) return { problem: "holds a NUL character; remove it" };
  if (folder === undefined) {
    return {
      problem: "is refused: the sender has no 'attachmentsFolder'; set it, or give 'content'",
    };
  }
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return { problem: "cannot be used: 'attachmentsFolder' does not exist" };
  const wanted = resolve(root, path);
  const lexicallyInside = isWithin(root, wanted) || isWithin(resolve(folder), wanted);
  if (!lexicallyInside) return { problem: escapes };
  const real = await realpath(wanted).catch(() => undefined);
  if (real === undefined) return { problem: "names a file that does not exist or cannot be read" };
  if (real === root || !isWithin(root, real)) return { problem: escapes };
  const isFile = await stat(real).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile ? { path: real } : { problem: "names something that is not a regular file" };
}

/**
 * Opens what {@link locateAttachment} found. A link that was put in the file's place meanwhile is
 * not followed, and nothing but a regular file is read.
 */
export async function openAttachment(path: string): Promise<AsyncIterable<Uint8Array>> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const stats = await handle.stat();
  if (stats.isFile()) return createReadStream(path, { fd: handle });
  await handle.close();
  throw new Error("not a regular file");
}
