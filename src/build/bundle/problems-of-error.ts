import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Rolldown } from "vite";
import { codeFrame } from "../code-frame.ts";
import { toSlashes } from "../options.ts";
import type { BuildProblem } from "../problem.ts";

/** Each thing that the bundler found wrong. */
export function problemsOfError(error: unknown, root: string): BuildProblem[] {
  const { errors } = error as { readonly errors?: readonly unknown[] };
  return (errors ?? [error]).map((each) => toProblem(each as Rolldown.RollupLog, root));
}

/** A warning that concerns the project, and whether a built email could not load for it. */
export function warningToProblem(
  warning: Rolldown.RolldownLog,
  root: string,
): { readonly problem: BuildProblem; readonly isFatal: boolean } | undefined {
  const problem = toProblem(warning, root);
  // What an installed package tries and does without is its own affair.
  if (!problem.file || problem.file.includes("node_modules/")) return undefined;
  return { problem, isFatal: warning.code === "UNRESOLVED_IMPORT" };
}

/** The place as the bundler draws it: `╭─[ emails/welcome.tsx:3:10 ]`. */
const drawnPlace = /\[ (.+?):(\d+):(\d+) \]/;

function toProblem(log: Rolldown.RollupLog, root: string): BuildProblem {
  const [summary = "", ...drawing] = stripVTControlCharacters(log.message ?? String(log)).split(
    "\n",
  );
  const drawn = drawnPlace.exec(drawing.join("\n"));
  const path = (log.loc?.file ?? log.id ?? drawn?.[1])?.replace(/\?.*$/, "");
  // The bundler draws paths from the working directory, wherever the project is.
  const file = path && resolve(path);
  const line = log.loc?.line ?? (drawn ? Number(drawn[2]) : undefined);
  // A drawn column counts from 1, one in a location from 0.
  const column = drawn ? Number(drawn[3]) : log.loc && log.loc.column + 1;
  return {
    message: toMessage(summary.replace(/^\[[^\]]+\] /, "")),
    file: file && toSlashes(relative(root, file)),
    line,
    column,
    frame: file && line ? frameOf(file, line, column ?? 0) : undefined,
  };
}

function toMessage(summary: string): string {
  const specifier = /^Could not resolve '(.+?)'/.exec(summary)?.[1];
  if (specifier === undefined) return summary;
  const mend = /^[./]/.test(specifier)
    ? "mend the path"
    : "install it, or add its alias to the paths of tsconfig.json";
  return `Cannot find '${specifier}': ${mend}`;
}

function frameOf(file: string, line: number, column: number): string | undefined {
  try {
    return codeFrame(readFileSync(file, "utf8"), line, column) ?? undefined;
  } catch {
    return undefined;
  }
}
