import type { Edit } from "../finding.ts";

/** What became of a source. */
export interface EditedSource {
  readonly code: string;
  readonly applied: readonly Edit[];
}

/**
 * Applies changes to one source. Of several at one place the first is made, the same one once; the
 * others are for the next time.
 */
export function applyEdits(code: string, edits: readonly Edit[]): EditedSource {
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  const applied: Edit[] = [];
  let written = "";
  let at = 0;
  for (const edit of sorted) {
    const last = applied.at(-1);
    const overlaps = last && (edit.start < last.end || edit.start === last.start);
    if (overlaps) continue;
    written += code.slice(at, edit.start) + edit.text;
    at = edit.end;
    applied.push(edit);
  }
  return { code: written + code.slice(at), applied };
}
