/** A line that begins a part or ends a multipart. */
export interface Delimiter {
  /** Where its line begins, and the next one. */
  readonly at: number;
  readonly next: number;
  /** Which of the open boundaries it is, from the outermost. */
  readonly level: number;
  readonly isClosing: boolean;
}

/** Finds the lines of the boundaries that are open. */
export interface Delimiters {
  /** Makes a boundary the innermost. */
  open(boundary: string): void;
  /** Leaves open those of the levels below `level`. */
  close(level: number): void;
  /** The first delimiter from the line on that begins at `at`. */
  next(at: number): Delimiter | undefined;
  /** Whether the line that begins at `at` is one. */
  readonly isDelimiter: (at: number) => boolean;
}

const lineFeed = 10;
const hyphen = 45;
const space = 32;

/** Creates a search over a message's octets with no boundary open. */
export function createDelimiters(raw: Uint8Array): Delimiters {
  const boundaries: Buffer[] = [];

  /** Where the line ends if nothing but white space stands from `at` on; else -1. */
  const findBlankEnd = (at: number) => {
    let end = at;
    while (end < raw.length && raw[end] !== lineFeed && (raw[end] ?? 0) <= space) end += 1;
    if (end >= raw.length) return raw.length;
    return raw[end] === lineFeed ? end + 1 : -1;
  };

  const readAt = (at: number): Delimiter | undefined => {
    if (raw[at] !== hyphen || raw[at + 1] !== hyphen) return undefined;
    // The innermost first: clients use one boundary for two multiparts.
    for (let level = boundaries.length - 1; level >= 0; level -= 1) {
      const boundary = boundaries[level];
      if (!boundary || !holdsAt(raw, at + 2, boundary)) continue;
      const behind = at + 2 + boundary.length;
      const next = findBlankEnd(behind);
      if (next >= 0) return { at, next, level, isClosing: false };
      if (raw[behind] !== hyphen || raw[behind + 1] !== hyphen) continue;
      const nextOfClosing = findBlankEnd(behind + 2);
      if (nextOfClosing >= 0) return { at, next: nextOfClosing, level, isClosing: true };
    }
    return undefined;
  };

  return {
    open(boundary) {
      boundaries.push(Buffer.from(boundary, "latin1"));
    },
    close(level) {
      boundaries.length = Math.min(boundaries.length, level);
    },
    next(at) {
      if (boundaries.length === 0) return undefined;
      let lineStart = at;
      while (lineStart < raw.length) {
        const delimiter = readAt(lineStart);
        if (delimiter) return delimiter;
        do {
          while (lineStart < raw.length && raw[lineStart] !== lineFeed) lineStart += 1;
          lineStart += 1;
        } while (lineStart < raw.length && raw[lineStart] !== hyphen);
      }
      return undefined;
    },
    isDelimiter: (at) => readAt(at) !== undefined,
  };
}

function holdsAt(raw: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (raw[at + index] !== expected[index]) return false;
  }
  return true;
}
