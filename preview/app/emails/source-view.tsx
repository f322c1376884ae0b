import { useEffect, useState } from "react";
import type { SourceFile } from "../../protocol.ts";
import { CodeView } from "../code/code-view.tsx";
import { type Answer, fetchSource } from "../data/api.ts";

/** The template as it is on disk, read again at each revision. */
export function SourceView({ id, revision }: { readonly id: string; readonly revision: number }) {
  const [read, setRead] = useState<{ revision: number; answer: Answer<SourceFile> } | null>(null);
  useEffect(() => {
    const request = new AbortController();
    void fetchSource(id, { signal: request.signal }).then((answer) => {
      if (!request.signal.aborted) setRead({ revision, answer });
    });
    return () => request.abort();
  }, [id, revision]);

  if (!read) return null;
  if (!read.answer.ok) return <p className="stage-note">{read.answer.problem.message}</p>;
  const { file, code } = read.answer.value;
  return <CodeView code={code} language="tsx" label={file} />;
}
