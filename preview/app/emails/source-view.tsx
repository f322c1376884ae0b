import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { EmailView, SourceFile } from "../../protocol/index.ts";
import { CodeView } from "../code/code-view.tsx";
import type { Answer } from "../data/ask.ts";
import { useClient } from "../data/client.ts";
import { fetchImported } from "../data/email-endpoints.ts";
import { useHistorySave } from "../history/use-history.ts";
import { ComparePicker } from "../reading/compare-picker.tsx";
import { comparedSave, lastSave } from "../reading/compared.ts";
import { DownloadButton } from "../reading/download-button.tsx";
import { OpenButton } from "../reading/open-button.tsx";
import { useSourceChoices } from "../reading/use-compare-choices.ts";
import type { EmailRoute } from "../route.ts";
import { readPlace } from "./place-text.ts";

/** The template as it is on disk, alone or against what it was before the last save. */
export function SourceView({
  route,
  view,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
}) {
  const { sources } = useClient();
  const { file, before, problem } = useSyncExternalStore(sources.subscribe, () =>
    sources.read(view.id),
  );
  const choices = useSourceChoices(view);
  const save = useHistorySave(view.id, comparedSave(route.diff));
  const place = readPlace(route.at);
  if (place && place.file !== view.file) {
    return <ImportedSource key={place.file} view={view} file={place.file} line={place.line} />;
  }
  if (!file) return problem && <p className="stage-note">{problem.message}</p>;
  const original = route.diff === lastSave ? (before ?? file.code) : (save?.code ?? null);
  return (
    <Source
      file={file}
      line={place?.line ?? null}
      original={original}
      controls={<ComparePicker route={route} choices={choices} />}
    />
  );
}

/** A file that the email imports. */
function ImportedSource({
  view: { id, revision },
  file,
  line,
}: {
  readonly view: EmailView;
  readonly file: string;
  readonly line: number;
}) {
  const [answer, setAnswer] = useState<Answer<SourceFile> | null>(null);
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchImported(id, file, { signal: request.signal }).then((next) => {
      if (!request.signal.aborted) setAnswer(next);
    });
    return () => request.abort();
  }, [id, file, revision]);
  if (!answer) return null;
  if (!answer.ok) return <p className="stage-note">{answer.problem.message}</p>;
  return <Source file={answer.value} line={line} original={null} />;
}

function Source({
  file: { file, code },
  line: marked,
  original,
  controls,
}: {
  readonly file: SourceFile;
  readonly line: number | null;
  readonly original: string | null;
  readonly controls?: ReactNode;
}) {
  const [line, setLine] = useState(marked ?? 1);
  return (
    <CodeView
      code={code}
      original={original}
      language="tsx"
      label={file}
      line={marked}
      onLine={setLine}
      actions={
        <>
          <DownloadButton
            name="Download the source"
            file={file.slice(file.lastIndexOf("/") + 1)}
            type="text/plain"
            content={code}
          />
          <OpenButton place={{ file, line, column: 1 }} />
        </>
      }
      controls={controls}
    />
  );
}
