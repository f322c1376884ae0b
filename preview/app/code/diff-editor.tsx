import { getChunks, unifiedMergeView } from "@codemirror/merge";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { count } from "../ui/format.ts";
import type { CodeLanguage } from "./code-language.ts";
import { createEditorState } from "./editor-state.ts";

/** Lines kept around each change, and how many unchanged ones are worth folding. */
const folding = { margin: 3, minSize: 6 };

/** Beyond this effort two texts count as different altogether. */
const effort = { scanLimit: 5_000, timeout: 400 };

/** What changed from one text to another: unified, unchanged parts folded. */
export default function DiffEditor({
  original,
  code,
  language,
  label,
}: {
  readonly original: string;
  readonly code: string;
  readonly language: CodeLanguage;
  readonly label: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<number | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const name = `${label}: changes`;
    const state = createEditorState(code, language, name, [
      unifiedMergeView({
        original,
        mergeControls: false,
        collapseUnchanged: folding,
        diffConfig: effort,
        syntaxHighlightDeletions: true,
      }),
      look,
    ]);
    const view = new EditorView({ parent: host.current, state });
    setChanges(getChunks(view.state)?.chunks.length ?? 0);
    return () => view.destroy();
  }, [original, code, language, label]);

  return (
    <>
      <p className="code-view-changes tabular" role="status">
        {changes === 0 ? "No difference" : changes === null ? "" : count(changes, "change")}
      </p>
      <div ref={host} className="code-view-editor" hidden={changes === 0} />
    </>
  );
}

const look = EditorView.theme({
  ".cm-changedLine, &.cm-merge-b .cm-changedLine": { background: "var(--diff-added)" },
  ".cm-deletedChunk": { background: "var(--diff-removed)", padding: "0 16px 0 12px" },
  "&.cm-merge-b .cm-changedText, .cm-changedText": { background: "var(--diff-added-strong)" },
  ".cm-deletedChunk .cm-deletedText, &.cm-merge-b .cm-deletedText": {
    background: "var(--diff-removed-strong)",
  },
  "&.cm-merge-b .cm-changedLineGutter, .cm-changedLineGutter": { background: "var(--ok)" },
  ".cm-deletedLineGutter, &.cm-merge-a .cm-changedLineGutter": { background: "var(--bad)" },
  ".cm-collapsedLines": {
    padding: "2px 12px",
    background: "var(--ground-list)",
    color: "var(--text-soft)",
    fontFamily: "var(--sans)",
    fontSize: "var(--size-small)",
  },
  ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: "none" },
});
