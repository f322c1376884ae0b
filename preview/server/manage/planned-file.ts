/** A file of the project at one moment. */
export interface FileState {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Its permissions. @default those of a new file */
  readonly mode?: number | undefined;
}

/** What becomes of one file. */
export interface PlannedFile {
  /** Null: it is new. */
  readonly before: FileState | null;
  /** Null: it is deleted. */
  readonly after: FileState | null;
}

/** What is to be done to the files, before it is written. */
export interface PlannedChange {
  readonly files: readonly PlannedFile[];
  /** What the change does not take care of, each as a sentence without its end. */
  readonly notes: readonly string[];
  /** Files that were looked through for imports; 0 where that does not matter. */
  readonly searched: number;
  readonly emailId: string | null;
  readonly variant: string | null;
}

/** A file whose text changes. */
export function rewritten(path: string, before: string, after: string): PlannedFile {
  return {
    before: { path, bytes: Buffer.from(before) },
    after: { path, bytes: Buffer.from(after) },
  };
}
