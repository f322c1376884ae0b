/** Strings and comments, whichever begins first. `://` in JSX text begins no comment. */
const stringsAndComments =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;

const defaultExport =
  /\bexport\s+default\b|\bexport\s*\{[^}]*\bdefault\b[^}]*\}|\bmodule\.exports\s*=|\bexports\.default\s*=/;

const emailMark = /\bdefineEmail\s*[(<]|\bPreviewProps\b|<\s*(?:\w+\.)?Html[\s/>]/;

/**
 * Whether a source file holds an email, told from its text alone, so that a thousand files are
 * listed without running one: it has a default export and calls `defineEmail`, names
 * `PreviewProps`, or renders `<Html>`.
 */
export function isEmailSource(code: string): boolean {
  // Most helpers are told by the plain text; only what looks like an email is read closer.
  if (!defaultExport.test(code) || !emailMark.test(code)) return false;
  const bare = code.replace(stringsAndComments, blankComment);
  return defaultExport.test(bare) && emailMark.test(bare);
}

function blankComment(found: string): string {
  return found.startsWith("/") ? " " : found;
}
