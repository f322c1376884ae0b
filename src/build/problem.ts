/** Something wrong with the sources of a build. */
export interface BuildProblem {
  /** What is wrong and, where known, what would fix it. */
  readonly message: string;
  /** Path from the project's root, with forward slashes, where known. */
  readonly file?: string | undefined;
  /** Counts from 1. */
  readonly line?: number | undefined;
  /** Counts from 1. */
  readonly column?: number | undefined;
  /** The lines around the place, marked. */
  readonly frame?: string | undefined;
}

/** A problem as a line for a terminal, `file:line:column: message`, with its frame below. */
export function formatProblem({ file, line, column, message, frame }: BuildProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const text = place === "" ? message : `${place}: ${message}`;
  return frame === undefined ? text : `${text}\n\n${frame.replace(/^/gm, "    ")}\n`;
}

/** What was found in two ways, without the second's word on a line that the first speaks of. */
export function mergeProblems(
  first: readonly BuildProblem[],
  second: readonly BuildProblem[],
): BuildProblem[] {
  const lines = new Set(first.map(({ file, line }) => `${file}:${line}`));
  return [...first, ...second.filter(({ file, line }) => !lines.has(`${file}:${line}`))];
}

/** The same list without what is said twice. */
export function withoutRepetition(problems: readonly BuildProblem[]): BuildProblem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}
