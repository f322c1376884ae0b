import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { isWithin } from "../../files/is-within.ts";
import { maxMessageBytes } from "../../message/limits.ts";
import type { AttachmentInput } from "../../message/message.ts";
import { base64Length } from "../../message/size.ts";
import { imageTypes } from "./content-types.ts";

/** Where images of an email stand, seen from its HTML. */
export const staticPrefix = "/static/";

/**
 * Reads an image of the static folder as an inline attachment. Its content id follows from its
 * bytes, so that one image is one part, and the same email is the same octets.
 *
 * @param url as the HTML has it, `/static/…`; a query or fragment is ignored
 * @param roomBytes how much it may take in the message, encoded
 * @throws {Error} that says why the image is not to be had: it is missing, no image, no regular file,
 * too large for what is left of a message, or, links resolved, outside the folder
 */
export async function readStaticImage(
  staticDir: string,
  url: string,
  roomBytes: number = maxMessageBytes,
): Promise<AttachmentInput & { readonly contentId: string }> {
  const path = decodeURIComponent(url.slice(staticPrefix.length).replace(/[?#].*$/s, ""));
  const contentType = imageTypes[extname(path).slice(1).toLowerCase()];
  if (contentType === undefined) throw new Error("its ending is none of an image's");
  const content = await readInside(staticDir, path, roomBytes);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 24);
  const filename = basename(path);
  return { filename, content, contentType, contentId: `${hash}@static` };
}

async function readInside(folder: string, path: string, roomBytes: number): Promise<Buffer> {
  const root = await realpath(folder);
  const file = await realpath(join(root, path));
  if (file === root || !isWithin(root, file)) {
    throw new Error("it lies outside the static folder");
  }
  // Not even opened: a pipe waits for who writes into it, and a device may do anything.
  if (!(await stat(file)).isFile()) throw new Error(notRegular);
  // The path is resolved by now: whatever becomes a link or a pipe in the meantime is not followed.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error(notRegular);
    if (base64Length(stats.size) > roomBytes) throw new Error(tooLarge);
    return await readWithin(handle, roomBytes);
  } finally {
    await handle.close();
  }
}

const notRegular = "it is no file but a folder, a pipe or a device";
const tooLarge = `it makes the message larger than the ${maxMessageBytes / 1e6} MB that Postmark takes`;

/** A file may grow while it is read, and some tell no size. */
async function readWithin(handle: FileHandle, roomBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false })) {
    sizeBytes += chunk.length;
    if (base64Length(sizeBytes) > roomBytes) throw new Error(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
