import type { ConversationLine } from "../../../protocol/index.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { count } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";
import { toneOfLine } from "./line-tone.ts";
import "./views.css";

/** What client and server said to each other to hand the message over. */
export function ConversationView({ lines }: { readonly lines: readonly ConversationLine[] }) {
  const text = lines
    .map(({ from, text }) => `${from === "client" ? "C" : "S"}: ${text}`)
    .join("\n");
  return (
    <section className="conversation scrolls" aria-label="SMTP conversation">
      <div className="code-view-bar">
        <span className="truncate">
          {count(lines.length, "line")}, credentials masked, the message itself left out
        </span>
        <span className="code-view-space" />
        <CopyButton text={text} word="Copy" name="Copy: SMTP conversation" />
      </div>
      <Conversation lines={lines} />
    </section>
  );
}

/** The lines of an SMTP dialogue. */
export function Conversation({ lines }: { readonly lines: readonly ConversationLine[] }) {
  return (
    <ol className="conversation-lines">
      {numbered(lines).map((line) => (
        <li key={line.place} data-from={line.from} data-tone={toneOfLine(line)}>
          <span className="conversation-who">{line.from === "client" ? "Client" : "Server"}</span>
          <code>{line.text}</code>
        </li>
      ))}
    </ol>
  );
}
