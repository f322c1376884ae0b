import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { changedPart } from "../code/changed-part.ts";
import { codeColours, codeLook } from "../code/editor-state.ts";
import type { JsonProblem } from "./json-problems.ts";

/** CodeMirror for JSON that is typed. Tab leaves it, as everywhere; Escape first, nothing lost. */
export default function JsonEditor({
  text,
  problems,
  label,
  onType,
}: {
  readonly text: string;
  readonly problems: readonly JsonProblem[];
  readonly label: string;
  readonly onType: (text: string) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef({ text, onType });
  latest.current = { text, onType };

  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true" }),
          EditorView.lineWrapping,
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          lintGutter(),
          json(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          syntaxHighlighting(codeColours),
          codeLook,
          caret,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onType(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.current = view;
    return () => {
      view.destroy();
      editor.current = null;
    };
  }, [label]);

  useEffect(() => {
    const view = editor.current;
    const change = view && changedPart(view.state.doc.toString(), text);
    if (change) view.dispatch({ changes: change });
  }, [text]);

  useEffect(() => {
    const view = editor.current;
    if (!view) return;
    const { length } = view.state.doc;
    const diagnostics = problems
      .filter(({ to }) => to <= length)
      .map(({ from, to, message }) => ({ from, to, message, severity: "error" as const }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }, [problems]);

  return <div ref={host} className="props-json-editor" />;
}

/** The look of the editor that reads has no caret. */
const caret = EditorView.theme({
  ".cm-content": { caretColor: "var(--text)", padding: "8px 0 16px" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-tooltip": {
    border: "none",
    borderRadius: "6px",
    background: "var(--ground-raised)",
    boxShadow: "var(--shadow-float)",
    color: "var(--text)",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-gutter-lint": { width: "14px" },
});
