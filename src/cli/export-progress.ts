import { stripVTControlCharacters } from "node:util";

/** Where progress is written to, such as `process.stdout`. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Tells how far something has come. */
export interface Progress {
  /** One more is done. */
  step(line: string): void;
  /** Leaves a clean line behind. */
  end(): void;
}

/** Width of a terminal that does not tell. */
const usualColumns = 80;

/** On a terminal one line that changes; in a log a line for each step. */
export function createProgress(stream: ProgressStream): Progress {
  if (!stream.isTTY) return { step: (line) => stream.write(`${line}\n`), end: () => undefined };
  const { columns = usualColumns } = stream;
  return {
    // A line that wraps could not be taken back.
    step: (line) =>
      stream.write(`\r\u001b[K${stripVTControlCharacters(line).slice(0, columns - 1)}`),
    end: () => stream.write("\r\u001b[K"),
  };
}
