import { closeSync, constants, fsyncSync, openSync } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { lockFile } from "./lock-file.ts";

/** What is known of a row. `sending`: it was begun, and nothing is known of its end. */
export type RowState = "sending" | "accepted" | "failed" | "unknown";

/** One line of a result file. */
export interface RowResult {
  readonly key: string;
  /** Of the list, at that time. */
  readonly line: number;
  readonly state: RowState;
  /** With angle brackets, to look it up by. */
  readonly messageId?: string | undefined;
  /** Why it failed, or is not known. */
  readonly message?: string | undefined;
}

/** What results are of: those of another email or another server say nothing. */
export interface ResultsHead {
  readonly email: string;
  /** `inbox`, or the server's address. */
  readonly target: string;
}

/** The outcomes of a list, on disk. */
export interface ResultsFile {
  /** The last that is known of each row, by key, of this run and those before. */
  readonly known: ReadonlyMap<string, RowResult>;
  /** Resolves when the line is on the disk itself. */
  write(result: RowResult): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a result file: JSON lines, to which each outcome is added at once. A last line that was cut
 * short is taken out.
 *
 * @throws {Error} when another process writes it, or it holds something else
 */
export async function openResults(file: string, head: ResultsHead): Promise<ResultsFile> {
  const unlock = lockFile(`${file}.lock`, `the results in ${file}`);
  let handle: FileHandle | undefined;
  try {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw new Error(`Cannot read the results: ${error.message}`, { cause: error });
    });
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const known = readKnown(file, whole, head);
    handle = await open(file, constants.O_CREAT | constants.O_RDWR, 0o600);
    const writer = createWriter(handle, Buffer.byteLength(whole));
    await handle.truncate(Buffer.byteLength(whole));
    if (whole === "")
      await writer(`${JSON.stringify({ letterpress: "send", version: 1, ...head })}\n`);
    syncFolder(dirname(file));
    const opened = handle;
    return {
      known,
      async write(result) {
        await writer(`${JSON.stringify(result)}\n`);
        known.set(result.key, result);
      },
      async close() {
        await opened.close();
        unlock();
      },
    };
  } catch (error) {
    await handle?.close();
    unlock();
    throw error;
  }
}

function readKnown(file: string, text: string, head: ResultsHead): Map<string, RowResult> {
  const [first, ...lines] = text.split("\n").filter(Boolean);
  const known = new Map<string, RowResult>();
  if (first === undefined) return known;
  const begin = parse(first);
  if (begin?.letterpress !== "send" || begin.version !== 1) {
    throw new Error(`Cannot use ${file} for results: it holds something else; name another file`);
  }
  for (const name of ["email", "target"] as const) {
    if (begin[name] === head[name]) continue;
    throw new Error(
      `Cannot go on with ${file}: its results are of ${begin[name]}, not of ${head[name]}; name another file with --results`,
    );
  }
  for (const [at, line] of lines.entries()) {
    const result = parse(line) as RowResult | undefined;
    if (typeof result?.key !== "string") {
      throw new Error(`Cannot go on with ${file}: its line ${at + 2} is damaged`);
    }
    known.set(result.key, result);
  }
  return known;
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Writes at the end; what is asked for while the disk is busy goes together with the next. */
function createWriter(handle: FileHandle, start: number): (text: string) => Promise<void> {
  let position = start;
  let waiting = "";
  let flushing: Promise<void> | undefined;
  async function flush(): Promise<void> {
    const bytes = Buffer.from(waiting);
    waiting = "";
    flushing = undefined;
    await handle.write(bytes, 0, bytes.length, position);
    position += bytes.length;
    await handle.datasync();
  }
  let last: Promise<void> = Promise.resolve();
  return (text) => {
    waiting += text;
    if (!flushing) {
      flushing = last.then(flush);
      last = flushing;
    }
    return flushing;
  };
}

/** The name of a new file is on the disk when its folder is. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Windows opens no folder; there the file's own sync has to do.
  }
}
