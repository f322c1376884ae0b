import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { ImageFolders } from "../../../src/check/images/read-images.ts";
import type { Picture } from "../../../src/diff/rendered-email.ts";
import { isWithin } from "../../../src/files/is-within.ts";

/** Finds the pictures of the project that an email shows; each file is read once. */
export function createPictureFinder({ staticDir, publicDir }: ImageFolders) {
  const known = new Map<string, Promise<Picture | undefined>>();

  async function find(address: string): Promise<Picture | undefined> {
    const path = address.replace(/[?#].*$/s, "");
    const folders = publicDir.map((folder) => [folder, path] as const);
    const own = path.startsWith("/static/") ? [[staticDir, path.slice(7)] as const] : [];
    for (const [folder, name] of [...own, ...folders]) {
      const picture = await readPicture(folder, name).catch(() => undefined);
      if (picture) return picture;
    }
    return undefined;
  }

  /** By address, as it is written. */
  return async (html: string): Promise<Readonly<Record<string, Picture>>> => {
    const found: Record<string, Picture> = {};
    for (const [, written = ""] of html.matchAll(/<img\b[^>]*?\ssrc="(\/(?!\/)[^"]*)"/gi)) {
      const address = written.replaceAll("&amp;", "&");
      const looking = known.get(address) ?? find(address);
      known.set(address, looking);
      const picture = await looking;
      if (picture) found[address] = picture;
    }
    return found;
  };
}

async function readPicture(folder: string, path: string): Promise<Picture | undefined> {
  const root = await realpath(folder);
  const file = await realpath(join(root, decodeURIComponent(path)));
  if (file === root || !isWithin(root, file)) return undefined;
  const print = createHash("sha256")
    .update(await readFile(file))
    .digest("hex")
    .slice(0, 12);
  return { file, print };
}
