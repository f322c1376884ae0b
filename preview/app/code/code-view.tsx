import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { formatBytes } from "../ui/format.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import type { CodeLanguage } from "./code-language.ts";
import "./code.css";

/** Begins to load the editor, which the first view does without. */
export function loadCodeEditor(): Promise<typeof import("./code-editor.tsx")> {
  return import("./code-editor.tsx");
}

const loadDiffEditor = () => import("./diff-editor.tsx");

/** Code to read, search and copy. Until the editor is there, the plain text is. */
export function CodeView({
  code,
  language,
  label,
  original = null,
  sent = code,
  facts,
  controls,
  actions,
  line = null,
  onLine,
  children,
}: {
  readonly code: string;
  readonly language: CodeLanguage;
  readonly label: string;
  /** What to compare with; null: show the code alone. */
  readonly original?: string | null;
  /** What is copied and measured, where the code is that made legible. */
  readonly sent?: string;
  /** Stands behind the size. */
  readonly facts?: ReactNode;
  /** What changes the view. */
  readonly controls?: ReactNode;
  /** What else can be done with it, behind Copy. */
  readonly actions?: ReactNode;
  /** A line of the code to show and to mark, counted from 1. */
  readonly line?: number | null;
  /** The cursor went to another line of the code, counted from 1. */
  readonly onLine?: (line: number) => void;
  /** Shows in place of the code. */
  readonly children?: ReactNode;
}) {
  const CodeEditor = useLoaded(original === null ? loadCodeEditor : null);
  const DiffEditor = useLoaded(original === null ? null : loadDiffEditor);
  const text = { code, language, label };
  const plain = <pre className="code-view-plain scrolls">{code}</pre>;
  const alone = CodeEditor ? <CodeEditor {...text} line={line} onLine={onLine} /> : plain;
  const compared =
    DiffEditor && original !== null ? <DiffEditor {...text} original={original} /> : plain;
  return (
    <section className="code-view" aria-label={label}>
      <div className="code-view-bar">
        <span className="code-view-label truncate">{label}</span>
        <span className="tabular">{formatBytes(new TextEncoder().encode(sent).length)}</span>
        {facts}
        <span className="code-view-space" />
        {controls}
        <span className="code-view-actions">
          <CopyButton text={sent} word="Copy" name={`Copy: ${label}`} />
          {actions}
        </span>
      </div>
      {children ?? (original === null ? alone : compared)}
    </section>
  );
}
