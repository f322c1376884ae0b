import { textWidth } from "./characters.ts";
import type { Line } from "./line.ts";
import { restorePlaceholders } from "./placeholders.ts";
import { resolveWrap, type TextOptions } from "./text-options.ts";
import { wrapText } from "./wrap.ts";

/** Writes finished lines out: blank lines between blocks, prefixes, and line breaks as asked for. */
export function writeLines(lines: readonly Line[], options: TextOptions): string {
  const width = resolveWrap(options);
  const written: string[] = [];
  let blanks = 0;
  for (const line of lines) {
    const isBlank = line.kind !== "fixed" && line.text === "";
    blanks = Math.max(blanks, line.blanksBefore, isBlank && line.first === "" ? 1 : 0);
    if (isBlank && line.first === "") continue;
    if (written.length > 0) for (let left = blanks; left > 0; left--) written.push("");
    blanks = 0;
    written.push(...writeLine(line, width, options.flowed ?? false));
  }
  return written.join("\n");
}

function writeLine(line: Line, width: number | undefined, flowed: boolean): string[] {
  const { kind, text, first, rest } = line;
  const isWhole = kind !== "flow" || width === undefined;
  const pieces = isWhole
    ? [text]
    : wrapText(text, width - textWidth(first), width - textWidth(rest));
  // A hanging indent would end up in the middle of the line that a client fills.
  const flows = flowed && kind === "flow" && rest.replaceAll("> ", "") === "";
  return pieces.map((piece, index) => {
    const prefix = index === 0 ? first : rest;
    const content = restorePlaceholders(piece.replaceAll("\u00a0", " "));
    const isLast = index === pieces.length - 1;
    return flowed ? stuff(prefix, content, flows && !isLast) : (prefix + content).trimEnd();
  });
}

/**
 * One line of `format=flowed`: it ends with a space if the paragraph goes on, and only then; and one
 * that begins with what the format or mail itself gives a meaning to is stuffed with a space.
 *
 * @param prefix quote marks and indents that stand before it
 * @see https://www.rfc-editor.org/rfc/rfc3676#section-4.2 and §4.4
 */
function stuff(prefix: string, content: string, goesOn: boolean): string {
  const [, quote = "", indent = ""] = /^((?:> )*)(.*)$/.exec(prefix) ?? [];
  const marks = quote.replaceAll(" ", "");
  const line = indent + content;
  // The mark of a signature is the one line that ends with a space and does not go on.
  const end = line === "-- " ? line : line.trimEnd() + (goesOn ? " " : "");
  const needsSpace = marks !== "" ? end !== "" : /^(?: |>|From )/.test(end);
  return `${marks}${needsSpace ? " " : ""}${end}`;
}
