const linesAround = 3;

/**
 * The lines around a place in a source, numbered, the line itself marked with `>` and the column
 * with `^` below it.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
export function codeFrame(code: string, line: number, column: number): string | null {
  const lines = code.split(/\r?\n/);
  if (line < 1 || line > lines.length) return null;
  const first = Math.max(1, line - linesAround);
  const last = Math.min(lines.length, line + linesAround);
  const width = String(last).length;
  const shown = lines.slice(first - 1, last).flatMap((text, index) => {
    const number = first + index;
    const row = `${number === line ? ">" : " "} ${String(number).padStart(width)} | ${text}`;
    if (number !== line || column < 1 || column > text.length + 1) return [row.trimEnd()];
    // Tabs stay tabs, so that the mark stands below its letter whatever a tab is worth.
    const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
    return [row.trimEnd(), `  ${" ".repeat(width)} | ${indent}^`];
  });
  return shown.join("\n");
}
