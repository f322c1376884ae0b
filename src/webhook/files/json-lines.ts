import { type FileHandle, open } from "node:fs/promises";

/** Where a line stands in its file, in octets, its break not among them. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

/** A file of JSON, a value on each line, that several processes append to and none changes. */
export interface JsonLines {
  /** Reads what was appended since the last time, by any process. Lines that are no JSON are passed over. */
  refresh(onValue: (value: unknown, place: LinePlace) => void): Promise<void>;
  /** Appends values in one write. @param sync resolves when they are on the disk, not only out of this process */
  append(values: readonly unknown[], options: { readonly sync: boolean }): Promise<void>;
  /** Reads one line again. */
  read(place: LinePlace): Promise<unknown>;
  close(): Promise<void>;
}

const newline = 0x0a;

/** Most octets that are read at a time, unless a line is longer. */
const readBytes = 1024 * 1024;

/**
 * Opens such a file, and makes it where there is none. A process that ends in the middle of a write
 * leaves a part of a line: each write begins with a break, so that the next one stands on its own.
 */
export async function openJsonLines(path: string): Promise<JsonLines> {
  const handle = await open(path, "a+", 0o600);
  let position = 0;

  const refresh: JsonLines["refresh"] = async (onValue) => {
    let size = readBytes;
    for (;;) {
      const { size: end } = await handle.stat();
      if (end <= position) return;
      const chunk = await readAt(handle, position, Math.min(size, end - position));
      const last = chunk.lastIndexOf(newline);
      // A line that is still being written, or one that is longer than what was read.
      if (last < 0 && chunk.length >= end - position) return;
      if (last < 0) {
        size *= 2;
        continue;
      }
      tellLines(chunk.subarray(0, last + 1), position, onValue);
      position += last + 1;
    }
  };

  return {
    refresh,
    async append(values, { sync }) {
      const text = values.map((value) => `\n${JSON.stringify(value)}\n`).join("");
      await writeAll(handle, Buffer.from(text));
      if (sync) await handle.datasync();
    },
    async read({ offset, length }) {
      return parseLine(await readAt(handle, offset, length));
    },
    close: () => handle.close(),
  };
}

function tellLines(
  chunk: Buffer,
  position: number,
  onValue: (value: unknown, place: LinePlace) => void,
): void {
  let start = 0;
  for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
    if (end > start) {
      const value = parseLine(chunk.subarray(start, end));
      if (value !== undefined) onValue(value, { offset: position + start, length: end - start });
    }
    start = end + 1;
  }
}

function parseLine(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function writeAll(handle: FileHandle, buffer: Buffer): Promise<void> {
  let written = 0;
  while (written < buffer.length) {
    const { bytesWritten } = await handle.write(buffer, written, buffer.length - written);
    written += bytesWritten;
  }
}
