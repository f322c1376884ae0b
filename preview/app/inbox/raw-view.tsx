import { useState } from "react";
import type { InboxMessage } from "../../protocol.ts";
import { CodeView } from "../code/code-view.tsx";
import { fetchRaw } from "../data/api.ts";
import { Button } from "../ui/button.tsx";
import { formatBytes } from "../ui/format.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** More is shown only when it is asked for, octets. */
const heavyBytes = 2 * 1024 * 1024;

/** The message as it came over the wire. A heavy one says so first. */
export function RawView({ message }: { readonly message: InboxMessage }) {
  const [wanted, setWanted] = useState<string | null>(null);
  if (message.sizeBytes > heavyBytes && wanted !== message.id) {
    return (
      <div className="stage-note">
        <p>The message is {formatBytes(message.sizeBytes)} long, most of it encoded files.</p>
        <Button onClick={() => setWanted(message.id)}>Show it</Button>
      </div>
    );
  }
  return <RawText message={message} />;
}

function RawText({ message }: { readonly message: InboxMessage }) {
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
