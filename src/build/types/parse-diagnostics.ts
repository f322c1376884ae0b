import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { codeFrame } from "../code-frame.ts";
import { toSlashes } from "../options.ts";
import type { BuildProblem } from "../problem.ts";

const diagnosticLine = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+: .*)$/;

/**
 * Reads what TypeScript printed without colours: `file(line,column): error TS2322: message`, its
 * explanation in the lines below, indented.
 *
 * @param cwd the folder that it was run in, which its paths start from
 */
export function parseDiagnostics(printed: string, cwd: string): BuildProblem[] {
  const problems: BuildProblem[] = [];
  for (const text of printed.split(/\r?\n/)) {
    const found = diagnosticLine.exec(text);
    if (found) problems.push(toProblem(found, cwd));
    else if (text.trim() !== "") explain(problems, text);
  }
  return problems;
}

function toProblem([, file, line, column, message = ""]: RegExpExecArray, cwd: string) {
  if (file === undefined) return { message };
  const place = { line: Number(line), column: Number(column) };
  const path = resolve(cwd, file);
  return { file: toSlashes(relative(cwd, path)), ...place, message, frame: frameOf(path, place) };
}

function explain(problems: BuildProblem[], text: string): void {
  const last = problems.pop();
  if (last) problems.push({ ...last, message: `${last.message}\n${text}` });
}

function frameOf(path: string, { line, column }: { line: number; column: number }) {
  try {
    return codeFrame(readFileSync(path, "utf8"), line, column) ?? undefined;
  } catch {
    return undefined;
  }
}
