import type { InboxList } from "../../protocol/index.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { count } from "../ui/format.ts";
import { useShell } from "../ui/shell-context.ts";
import { Snippet } from "../ui/snippet.tsx";
import { ConnectionList } from "./connections/connection-list.tsx";
import { makeSnippets } from "./snippets.ts";

/** The inbox with nothing opened: where it listens, and how to send it something. */
export function EmptyInbox({ list }: { readonly list: InboxList }) {
  const { listShown, toggleList } = useShell();
  const isEmpty = list.messages.length === 0;
  return (
    <EmptyState title={isEmpty ? "The inbox is empty" : "No message opened"}>
      <p>
        {isEmpty
          ? "Everything sent to this address stays on this machine and shows here at once."
          : "Choose one from the list, or press J. Anything sent to this address shows there at once."}
      </p>
      <p className="smtp-address">
        <code>{list.smtpUrl}</code>
        <CopyButton text={list.smtpUrl} name="Copy the SMTP address" />
      </p>
      {!isEmpty && !listShown && (
        <Button onClick={toggleList}>Show {count(list.messages.length, "message")}</Button>
      )}
      <ConnectionList />
      {isEmpty &&
        makeSnippets(list.smtpUrl).map(({ label, code }) => (
          <Snippet key={label} label={label} code={code} />
        ))}
    </EmptyState>
  );
}
