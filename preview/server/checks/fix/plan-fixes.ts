import { createHash } from "node:crypto";
import type { Edit, Finding } from "../../../../src/check/finding.ts";
import { applyEdits } from "../../../../src/check/trace/apply-edits.ts";
import type { FixedFile } from "../../../protocol/index.ts";
import { faultKey } from "../describe-findings.ts";

/** Changes that put findings right, before they are written. */
export interface PlannedFixes {
  readonly files: readonly FixedFile[];
  /** Changes at a place that another changes already. */
  readonly leftCount: number;
  /** Names exactly these changes of exactly these files. */
  readonly version: string;
}

/**
 * Plans the changes of the findings that are asked for; of several at one place the first.
 *
 * @param sources what the edits are made for, by file
 */
export function planFixes(
  findings: readonly Finding[],
  keys: readonly string[],
  sources: Readonly<Record<string, string>>,
): PlannedFixes {
  const byFile = new Map<string, Map<string, Edit>>();
  for (const finding of findings) {
    const { edit } = finding;
    if (!edit || !keys.includes(faultKey(finding))) continue;
    const edits = byFile.get(edit.file) ?? new Map<string, Edit>();
    // Every row of a list tells of the same change.
    edits.set(JSON.stringify([edit.start, edit.end, edit.text]), edit);
    byFile.set(edit.file, edits);
  }
  let leftCount = 0;
  const files = [...byFile].flatMap(([file, edits]) => {
    const before = sources[file];
    if (before === undefined) return [];
    const { code: after, applied } = applyEdits(before, [...edits.values()]);
    leftCount += edits.size - applied.length;
    return { file, before, after, titles: applied.map(({ title }) => title) };
  });
  const version = createHash("sha256").update(JSON.stringify(files)).digest("base64url");
  return { files, leftCount, version };
}
