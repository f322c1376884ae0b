import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Removes a folder in which nothing stands any more, and those above it that it alone was in.
 *
 * @param outDir stays, also when it is empty
 * @param folder path in `outDir`
 */
export async function removeEmptyFolders(outDir: string, folder: string): Promise<void> {
  if (folder === ".") return;
  try {
    await rmdir(join(outDir, folder));
  } catch {
    // Not empty: something else stands there.
    return;
  }
  await removeEmptyFolders(outDir, dirname(folder));
}
