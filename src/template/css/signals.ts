/**
 * Notations that Gmail or Outlook do not parse, as text. They may say yes too often, never too
 * seldom: a yes costs one pass through lightningcss, whose result is then the same.
 */
const colorNotation =
  // rgb() and hsl() with spaces, a slash, or an alpha without the `a` in the name …
  "rgb\\((?!\\s*[\\d.]+%?\\s*(?:,\\s*[\\d.]+%?\\s*){2}\\))|" +
  "rgba\\((?!\\s*[\\d.]+%?\\s*(?:,\\s*[\\d.]+%?\\s*){2},\\s*[\\d.]+\\s*\\))|" +
  "hsla?\\([^,)]{0,99}\\)|" +
  // … and colour spaces that came later.
  "\\b(?:ok)?l(?:ab|ch)\\(|\\bhwb\\(|\\bcolor(?:-mix)?\\(";

const modernValue = new RegExp(`--tw-|\\binfinity\\b|e\\+?38|${colorNotation}`, "i");

/** Whether a declaration or a style sheet holds a value that needs another notation. */
export function hasModernValue(css: string): boolean {
  // Asked of every tag: each notation has one of these, and most tags have none of them.
  if (!css.includes("(") && !css.includes("--tw-") && !css.includes("38")) return false;
  return modernValue.test(css);
}

/** Whether a style sheet has a media query with a range: `(width >= 48rem)`. */
export function hasMediaRange(css: string): boolean {
  return /@media[^{;]*[<>=]/i.test(css);
}

/** Whether CSS holds one of Tailwind's inner variables. */
export function hasTailwindName(css: string): boolean {
  return css.includes("--tw-");
}
