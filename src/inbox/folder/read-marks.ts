import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Which messages of a folder were read. */
export interface ReadMarks {
  readonly ids: ReadonlySet<string>;
  set(ids: readonly string[], isRead: boolean): void;
  /** Resolves when all is written. */
  settled(): Promise<void>;
}

/** Opens the read marks of a folder; a file that cannot be read counts as none. */
export function openReadMarks(folder: string): ReadMarks {
  const path = join(folder, "read.json");
  const ids = new Set(readIds(path));
  let writing: Promise<void> | undefined;
  let isDirty = false;

  async function write(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      await writeFile(`${path}.part`, JSON.stringify([...ids]));
      await rename(`${path}.part`, path);
    }
    writing = undefined;
  }

  return {
    ids,
    set(changed, isRead) {
      for (const id of changed) {
        if (isRead) ids.add(id);
        else isDirty = ids.delete(id) || isDirty;
      }
      isDirty ||= isRead;
      // A mark that cannot be written is no reason to stop; the mail itself says so soon enough.
      if (isDirty) writing ??= write().catch(() => undefined);
    },
    settled: async () => writing,
  };
}

function readIds(path: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}
