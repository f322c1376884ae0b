/** A file to be written below the folder that is built into. */
export interface OutputFile {
  /** Path below the folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Paths of the files that load with it: its static imports. */
  readonly loads?: readonly string[] | undefined;
}

/** Size of a module and of all that loads with it, in bytes. */
export function loadedBytes(files: readonly OutputFile[], path: string): number {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const loaded = new Set([path]);
  let bytes = 0;
  // A set hands out what is added while it is walked.
  for (const next of loaded) {
    const file = byPath.get(next);
    if (!file) continue;
    bytes += Buffer.byteLength(file.content);
    for (const other of file.loads ?? []) loaded.add(other);
  }
  return bytes;
}
