import type { InboxMessage } from "../../../protocol/index.ts";
import { CodeView } from "../../code/code-view.tsx";
import { useMessageSource } from "../../data/message-source.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** The message as it came over the wire. */
export function RawView({ message }: { readonly message: Pick<InboxMessage, "id" | "problems"> }) {
  const { fetchRaw } = useMessageSource();
  const raw = useFetchedText(fetchRaw, message.id);
  if (!raw) return null;
  if (!raw.answer.ok) return <p className="stage-note">{raw.answer.problem.message}</p>;
  return (
    <>
      {message.problems.some(({ code }) => code === "token-header") && (
        <p className="raw-note">
          The server token stands here as it was sent. It is in the .eml file too.
        </p>
      )}
      <CodeView
        key={raw.id}
        code={raw.answer.value}
        language="text"
        label="Message as it was sent"
      />
    </>
  );
}
