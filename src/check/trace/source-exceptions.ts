/** A comment of a source that lets findings pass: `letterpress-allow image-alt: the caption says it`. */
export interface SourceException {
  readonly file: string;
  /** Of the comment, counted from 1. */
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
}

const comment =
  /(?:\/\/|\/\*)\s*letterpress-allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*(.*?))?\s*(?:\*\/|$)/;

/** Reads the comments of a source that let findings of their line, and of the next, pass. */
export function readExceptions(file: string, code: string): readonly SourceException[] {
  if (!code.includes("letterpress-allow")) return [];
  return code.split("\n").flatMap((text, index) => {
    const match = comment.exec(text);
    if (!match) return [];
    const rules = (match[1] ?? "").split(/\s*,\s*/);
    return [{ file, line: index + 1, rules, reason: match[2]?.trim() ?? "" }];
  });
}

/** Whether an exception is about a finding of some rule at some line. One without a reason is not. */
export function allows(
  { file, line, rules, reason }: SourceException,
  rule: string,
  source: { readonly file: string; readonly line: number },
): boolean {
  const isNear = source.line === line || source.line === line + 1;
  return reason !== "" && file === source.file && isNear && rules.includes(rule);
}
