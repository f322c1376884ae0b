/** Pieces of CSS that end where a line should end; strings, comments and brackets stay whole. */
const pieces =
  /\/\*[\s\S]*?\*\/|(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^()]*\)|[^{};"'(/]|\/(?!\*)|["'(])*[{};]?/g;

/** A rule that is not longer stands in one line, characters. */
const longestRule = 90;

/** CSS with a line for each declaration, indented for the eye; a rule of one stays in one line. */
export function formatCss(css: string): readonly string[] {
  const lines: string[] = [];
  let depth = 0;
  for (const [piece] of css.matchAll(pieces)) {
    const text = piece.replace(/\s+/g, " ").trim();
    if (text === "") continue;
    if (text.endsWith("}")) {
      const rest = text.slice(0, -1).trim();
      if (rest) lines.push(indent(depth, spaceOut(rest)));
      depth = Math.max(0, depth - 1);
      closeRule(lines, depth);
    } else if (text.endsWith("{")) {
      lines.push(indent(depth, `${text.slice(0, -1).trim()} {`));
      depth += 1;
    } else lines.push(indent(depth, spaceOut(text)));
  }
  return lines;
}

function closeRule(lines: string[], depth: number): void {
  const [start = "", inside = ""] = lines.slice(-2);
  const whole = `${start} ${inside.trim()} }`;
  const isOne = start.endsWith("{") && !/[{}]$/.test(inside) && !inside.startsWith("/*");
  if (isOne && whole.length <= longestRule) lines.splice(-2, 2, whole);
  else lines.push(indent(depth, "}"));
}

/** `color:red` → `color: red`, but no selector and no comment. */
function spaceOut(declaration: string): string {
  return declaration.replace(/^([\w-]+):\s*/, "$1: ");
}

function indent(depth: number, text: string): string {
  return "  ".repeat(depth) + text;
}
