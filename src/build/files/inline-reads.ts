import { readFileSync, statSync } from "node:fs";
import type { ReadForm } from "./find-file-uses.ts";
import type { ModuleFiles } from "./module-files.ts";

/** A part of a module's code, and what comes in its place. */
export interface CodeEdit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** A larger file stays a file. */
const longestInlinedBytes = 262_144;

/** Puts the content of files in the place of the calls that read them. */
export function inlineReads({ uses }: Pick<ModuleFiles, "uses">): readonly CodeEdit[] {
  return uses.flatMap(({ purpose, files: [file, another] }) => {
    if (purpose.kind !== "read" || file === undefined || another !== undefined) return [];
    if (statSync(file).size > longestInlinedBytes) return [];
    const { start, end } = purpose.call;
    return [{ start, end, code: contentOf(file, purpose.form) }];
  });
}

function contentOf(file: string, form: ReadForm): string {
  const bytes = readFileSync(file);
  switch (form) {
    case "text":
      return literal(bytes.toString());
    case "promised text":
      return `Promise.resolve(${literal(bytes.toString())})`;
    case "json":
      return `(${literal(JSON.parse(bytes.toString()))})`;
    case "bytes":
      return `Buffer.from(${literal(bytes.toString("base64"))}, "base64")`;
    case "promised bytes":
      return `Promise.resolve(Buffer.from(${literal(bytes.toString("base64"))}, "base64"))`;
  }
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** Carries out edits that do not overlap. Lines keep their numbers. */
export function applyEdits(code: string, edits: readonly CodeEdit[]): string {
  let result = "";
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < done) continue;
    const lines = code.slice(edit.start, edit.end).match(/\n/g)?.join("") ?? "";
    result += code.slice(done, edit.start) + edit.code + lines;
    done = edit.end;
  }
  return result + code.slice(done);
}
