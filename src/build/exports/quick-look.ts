import type { DeclaredId } from "./export-verdict.ts";

/** Strings and comments, whichever begins first. `://` in JSX text begins no comment. */
const stringsAndComments =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;

const defaultExport =
  /\bexport\s+default\b|\bexport\s*\{[^}]*\bdefault\b[^}]*\}|\bmodule\.exports\s*=|\bexports\.default\s*=/;
const emailMark = /\bdefineEmail\s*[(<]|\bPreviewProps\b|<\s*(?:\w+\.)?Html[\s/>]/;
const previewProps = /(\w+)\s*\.\s*PreviewProps\s*=[^=]/g;
const namedDefinition = /\bexport\s+(?:const|let|var)\s+\w+[^=;\n]*=\s*defineEmail\b/;
const nameOfDefault =
  /\bexport\s+default\s+(?:async\s+)?(?:function\b\s*|class\s+)?(\w+)|\bexport\s*\{[^}]*?(\w+)\s+as\s+default\b/;

/**
 * Whether a file plainly holds one email, its default export, told without taking its program
 * apart: that takes milliseconds for each file, and a project may have a thousand.
 *
 * @returns `false` where one has to look closer
 */
export function isPlainEmail(code: string, id: string): boolean {
  if (!defaultExport.test(code) || !emailMark.test(code)) return false;
  const bare = code.replace(stringsAndComments, (found) => (found.startsWith("/") ? " " : '""'));
  if (!defaultExport.test(bare) || !emailMark.test(bare) || namedDefinition.test(bare))
    return false;
  const [, one, other] = nameOfDefault.exec(bare) ?? [];
  const owners = [...bare.matchAll(previewProps)].map(([, owner]) => owner);
  if (owners.some((owner) => owner !== (one ?? other))) return false;
  return !/\bdefineEmail\b/.test(bare) || hasId(code, id);
}

/** Whether the text names this id; another one is a contradiction that has a place. */
function hasId(code: string, id: string): boolean {
  return code.includes(`id: "${id}"`) || code.includes(`id: '${id}'`);
}

/** Whether a file that is no program looks like an email: its page then tells what is wrong. */
export function looksLikeEmail(code: string): boolean {
  return defaultExport.test(code);
}

/** Line and column of an offset, counted from 1. */
export function placeOf(code: string, offset: number): Pick<DeclaredId, "line" | "column"> {
  const lines = code.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
