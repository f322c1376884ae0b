import { CodeView } from "../code/code-view.tsx";
import { fetchRaw } from "../data/api.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** The message as it came over the wire. */
export function RawView({ id }: { readonly id: string }) {
  const raw = useFetchedText(fetchRaw, id);
  if (!raw) return null;
  if (!raw.ok) return <p className="stage-note">{raw.problem.message}</p>;
  return <CodeView code={raw.value} language="text" label="Message as it came" />;
}
