import { zipSync } from "fflate";

/** A file of an archive. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ZIP archive of files as they are: pictures do not get smaller. */
export function zipFiles(files: readonly ZippedFile[]): Blob {
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  const archive = zipSync(Object.fromEntries(entries), { level: 0 });
  return new Blob([archive as BlobPart], { type: "application/zip" });
}
