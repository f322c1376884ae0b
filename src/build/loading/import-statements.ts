/** Where a name is imported. */
export interface ImportPlace {
  readonly specifier: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
}

const statement = /\b(?:import|export)\b\s*([^"';()=]*?)\s*\bfrom\s*(["'])(.+?)\2/g;

/**
 * Finds the statement of a source that imports, or exports again, a name of another file. Read
 * without a parser: it is asked by programs that have none, of sources that were parsed already.
 *
 * @param name as the other file exports it; `default` for its default export
 */
export function findImport(source: string, name: string): ImportPlace | undefined {
  const code = withoutComments(source);
  for (const { 0: text, 1: clause = "", 3: specifier = "", index } of code.matchAll(statement)) {
    const within = placeInClause(clause, name);
    if (within === undefined) continue;
    const offset = index + text.indexOf(clause) + within;
    const before = code.slice(0, offset);
    const line = before.split("\n").length;
    return { specifier, line, column: offset - before.lastIndexOf("\n") };
  }
  return undefined;
}

/** Offset of a name in what stands between `import` and `from`. */
function placeInClause(clause: string, name: string): number | undefined {
  const open = clause.indexOf("{");
  const escaped = name.replace(/[$]/g, "\\$&");
  const listed = new RegExp(`(?<![\\w$])(?<!\\bas\\s+)${escaped}(?![\\w$])`);
  const within = open < 0 ? undefined : listed.exec(clause.slice(open))?.index;
  if (within !== undefined) return open + within;
  if (name !== "default") return undefined;
  return /^(?!type\s+[\w${])[\w$]/.exec(clause.trimStart())
    ? clause.length - clause.trimStart().length
    : undefined;
}

/** The names that a source says it exports, but for those that it takes whole from others. */
export function exportedNames(source: string): readonly string[] {
  const code = withoutComments(source);
  const declared = code.matchAll(
    /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|var|function\*?|class|enum)\s+([\w$]+)/g,
  );
  const listed = code.matchAll(/\bexport\s*\{([^}]*)\}/g);
  return [
    ...[...declared].flatMap(([, name = ""]) => name),
    ...[...listed].flatMap(([, list = ""]) =>
      list.split(",").flatMap((one) => /([\w$]+)\s*$/.exec(one)?.[1] ?? []),
    ),
  ];
}

/** The same source, of the same length, with spaces for comments. */
function withoutComments(source: string): string {
  return source.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
    (found) => (found.startsWith("/") ? found.replace(/[^\n]/g, " ") : found),
  );
}
