import { lazy, Suspense } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { formatBytes } from "../ui/format.ts";
import type { CodeLanguage } from "./code-language.ts";
import "./code.css";

/** Begins to load the editor, which the first view does without. */
export function loadCodeEditor(): Promise<typeof import("./code-editor.tsx")> {
  return import("./code-editor.tsx");
}

const CodeEditor = lazy(loadCodeEditor);

/** Code to read, search and copy. Until the editor is there, the plain text is. */
export function CodeView({
  code,
  language,
  label,
}: {
  readonly code: string;
  readonly language: CodeLanguage;
  readonly label: string;
}) {
  return (
    <section className="code-view" aria-label={label}>
      <div className="code-view-bar">
        <span className="truncate">{label}</span>
        <span className="tabular">{formatBytes(new TextEncoder().encode(code).length)}</span>
        <span className="code-view-space" />
        <CopyButton text={code} word="Copy" name={`Copy: ${label}`} />
      </div>
      <Suspense fallback={<pre className="code-view-plain scrolls">{code}</pre>}>
        <CodeEditor code={code} language={language} label={label} />
      </Suspense>
    </section>
  );
}
