import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { basename, extname, isAbsolute, join, relative } from "node:path";
import type { AttachmentInput } from "../../message/message.ts";
import { imageTypes } from "./content-types.ts";

/** Where images of an email stand, seen from its HTML. */
export const staticPrefix = "/static/";

/**
 * Reads an image of the static folder as an inline attachment. Its content id follows from its
 * bytes, so that one image is one part, and the same email is the same octets.
 *
 * @param url as the HTML has it, `/static/…`; a query or fragment is ignored
 * @throws {Error} that says why the image is not to be had: it is missing, no image, or, links
 * resolved, outside the folder
 */
export async function readStaticImage(
  staticDir: string,
  url: string,
): Promise<AttachmentInput & { readonly contentId: string }> {
  const path = decodeURIComponent(url.slice(staticPrefix.length).replace(/[?#].*$/s, ""));
  const contentType = imageTypes[extname(path).slice(1).toLowerCase()];
  if (contentType === undefined) throw new Error("its ending is none of an image's");
  const content = await readInside(staticDir, path);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 24);
  const filename = basename(path);
  return { filename, content, contentType, contentId: `${hash}@static` };
}

async function readInside(folder: string, path: string): Promise<Buffer> {
  const root = await realpath(folder);
  const file = await realpath(join(root, path));
  const inside = relative(root, file);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) {
    throw new Error("it lies outside the static folder");
  }
  // The path is resolved by now: whatever becomes a link in the meantime is not followed.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw new Error("it is no file");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
