import { open, realpath } from "node:fs/promises";
import { join } from "node:path";
import { isWithin } from "../../files/is-within.ts";
import type { ImageFile } from "../email-to-check.ts";
import { readImageSize } from "./image-size.ts";

/** Where the pictures of a project lie. */
export interface ImageFolders {
  /** The folder that `/static/` stands for; absolute. */
  readonly staticDir: string;
  /** Folders whose files an app serves at its root; absolute. */
  readonly publicDir: readonly string[];
}

/** The size of a JPEG stands behind its metadata. */
const headBytes = 64 * 1024;

/**
 * Looks up the pictures of an email that belong to the project: `/static/…` and `/…`.
 *
 * @param known what was looked up before; added to
 * @returns by address as it is written; null where `/static/` has no such file
 */
export async function readImages(
  html: string,
  { staticDir, publicDir }: ImageFolders,
  known: Map<string, ImageFile | null>,
): Promise<ReadonlyMap<string, ImageFile | null>> {
  const found = new Map<string, ImageFile | null>();
  for (const [, address = ""] of html.matchAll(/<img\b[^>]*?\ssrc="(\/(?!\/)[^"]*)"/gi)) {
    const src = address.replaceAll("&amp;", "&");
    if (!known.has(src)) {
      const isStatic = src.startsWith("/static/");
      const path = src.replace(/[?#].*$/s, "");
      const folders = isStatic ? [[staticDir, path.slice(7)] as const] : [];
      const candidates = [...folders, ...publicDir.map((folder) => [folder, path] as const)];
      const file = await readFirst(candidates);
      if (file || isStatic) known.set(src, file ?? null);
    }
    const file = known.get(src);
    if (file !== undefined) found.set(src, file);
  }
  return found;
}

async function readFirst(
  candidates: readonly (readonly [folder: string, path: string])[],
): Promise<ImageFile | undefined> {
  for (const [folder, path] of candidates) {
    const file = await readOne(folder, path).catch(() => undefined);
    if (file) return file;
  }
  return undefined;
}

async function readOne(folder: string, path: string): Promise<ImageFile | undefined> {
  const root = await realpath(folder);
  const file = await realpath(join(root, decodeURIComponent(path)));
  if (!isWithin(root, file)) return undefined;
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return { sizeBytes: stats.size, ...readImageSize(buffer.subarray(0, bytesRead)) };
  } finally {
    await handle.close();
  }
}
