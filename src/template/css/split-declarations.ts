/**
 * Splits the value of a `style` attribute at its semicolons, but not at those inside quotes,
 * parentheses or comments: `background:url(data:image/png;base64,…)` is one declaration.
 *
 * @returns pieces that, joined with `;`, are the input
 * @see https://www.w3.org/TR/css-syntax-3/#consume-list-of-declarations
 */
export function splitDeclarations(style: string): string[] {
  if (!/["'(\\/]/.test(style)) return style.split(";");
  const pieces: string[] = [];
  const part =
    /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|\/\*[\s\S]*?(?:\*\/|$)|\\[\s\S]|[();]|[^"'/\\();]+|\//g;
  let depth = 0;
  let start = 0;
  for (const match of style.matchAll(part)) {
    if (match[0] === "(") depth++;
    else if (match[0] === ")") depth = Math.max(0, depth - 1);
    else if (match[0] === ";" && depth === 0) {
      pieces.push(style.slice(start, match.index));
      start = match.index + 1;
    }
  }
  pieces.push(style.slice(start));
  return pieces;
}
