import { useSyncExternalStore } from "react";
import type { EmailView } from "../../protocol.ts";
import { CodeView } from "../code/code-view.tsx";
import { useClient } from "../data/client.ts";
import { lastSave } from "../reading/compared.ts";
import type { EmailRoute } from "../route.ts";
import { goTo } from "../use-route.ts";

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
  if (!file) return problem && <p className="stage-note">{problem.message}</p>;
  const compares = route.diff === lastSave;
  return (
    <CodeView
      code={file.code}
      original={compares ? (before ?? file.code) : null}
      language="tsx"
      label={file.file}
      controls={
        <select
          className="picker"
          aria-label="Compare with"
          value={compares ? lastSave : ""}
          onChange={({ target }) => goTo({ ...route, diff: target.value || null })}
        >
          <option value="">{compares ? "Compare with nothing" : "Compare with…"}</option>
          <option value={lastSave}>Before the last save</option>
        </select>
      }
    />
  );
}
