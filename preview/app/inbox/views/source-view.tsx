import { CodeView } from "../../code/code-view.tsx";
import { useMessageSource } from "../../data/message-source.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** The HTML of a message, decoded and otherwise as it came. */
export function SourceView({ id }: { readonly id: string }) {
  const { fetchSource } = useMessageSource();
  const source = useFetchedText(fetchSource, id);
  if (!source) return null;
  if (!source.answer.ok) return <p className="stage-note">{source.answer.problem.message}</p>;
  return <CodeView key={source.id} code={source.answer.value} language="html" label="HTML part" />;
}
