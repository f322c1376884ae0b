import { fileURLToPath } from "node:url";
import { normalPath } from "../normal-path.ts";

/** One line of a stack, mapped to the source. */
export interface StackFrame {
  /** Function, or empty at the top level of a module. */
  readonly name: string;
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const frameLine = /^\s*at (?:(.*?) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?$/;

/** Reads V8's text of a stack; lines without a file are left out. */
export function parseStack(stack: string): readonly StackFrame[] {
  return stack.split("\n").flatMap((text) => {
    const [, name = "", place = "", line, column] = frameLine.exec(text) ?? [];
    if (!place) return [];
    const file = place.startsWith("file://") ? fileURLToPath(place) : place;
    return {
      name: name.replace(/^async /, "").replace(/^eval$/, ""),
      file: normalPath(file),
      line: Number(line),
      column: Number(column),
    };
  });
}
