import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit, Finding } from "../../check/finding.ts";
import { applyEdits } from "../../check/trace/apply-edits.ts";

/** Makes the changes of findings in the sources. @returns those that were made */
export function fixSources(findings: readonly Finding[], root: string): readonly Edit[] {
  const byFile = new Map<string, Edit[]>();
  for (const { edit } of findings) {
    if (edit) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
  }
  return [...byFile].flatMap(([file, edits]) => {
    const path = join(root, file);
    const { code, applied } = applyEdits(readFileSync(path, "utf8"), edits);
    writeFileSync(path, code);
    return applied;
  });
}
