import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { changedPart } from "./changed-part.ts";
import type { CodeLanguage } from "./code-language.ts";
import { createEditorState } from "./editor-state.ts";
import { markedLine, markLine } from "./marked-line.ts";

/** CodeMirror, read-only. New code changes only what differs, so that the scroll is kept. */
export default function CodeEditor({
  code,
  language,
  label,
  line = null,
  onLine,
}: {
  readonly code: string;
  readonly language: CodeLanguage;
  readonly label: string;
  /** A line to show and to mark, counted from 1. */
  readonly line?: number | null | undefined;
  /** The cursor went to another line, counted from 1. */
  readonly onLine?: ((line: number) => void) | undefined;
}) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef(code);
  latest.current = code;
  const lineTold = useRef(onLine);
  lineTold.current = onLine;
  const firstLine = useRef(line);
  firstLine.current = line;

  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      state: createEditorState(latest.current, language, label, [
        markedLine,
        EditorView.updateListener.of(({ selectionSet, state }) => {
          if (selectionSet) lineTold.current?.(state.doc.lineAt(state.selection.main.head).number);
        }),
      ]),
    });
    editor.current = view;
    if (firstLine.current !== null) markLine(view, firstLine.current);
    return () => {
      view.destroy();
      editor.current = null;
    };
  }, [language, label]);

  useEffect(() => {
    if (editor.current) markLine(editor.current, line);
  }, [line]);
  useEffect(() => {
    const view = editor.current;
    const change = view && changedPart(view.state.doc.toString(), code);
    if (change) view.dispatch({ changes: change });
  }, [code]);

  return <div ref={host} className="code-view-editor" />;
}
