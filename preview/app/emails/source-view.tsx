import { useState, useSyncExternalStore } from "react";
import type { EmailView } from "../../protocol/index.ts";
import { CodeView } from "../code/code-view.tsx";
import { useClient } from "../data/client.ts";
import { ComparePicker } from "../reading/compare-picker.tsx";
import { beforeLastSave, lastSave } from "../reading/compared.ts";
import { DownloadButton } from "../reading/download-button.tsx";
import { OpenButton } from "../reading/open-button.tsx";
import type { EmailRoute } from "../route.ts";

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
  const [line, setLine] = useState(1);
  if (!file) return problem && <p className="stage-note">{problem.message}</p>;
  const compares = route.diff === lastSave;
  return (
    <CodeView
      code={file.code}
      original={compares ? (before ?? file.code) : null}
      language="tsx"
      label={file.file}
      onLine={setLine}
      actions={
        <>
          <DownloadButton
            name="Download the source"
            file={file.file.slice(file.file.lastIndexOf("/") + 1)}
            type="text/plain"
            content={file.code}
          />
          <OpenButton place={{ file: file.file, line, column: 1 }} />
        </>
      }
      controls={<ComparePicker route={route} choices={[beforeLastSave]} />}
    />
  );
}
