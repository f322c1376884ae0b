import type { InboxMessage } from "../../protocol.ts";
import { CodeView } from "../code/code-view.tsx";
import type { FrameLook, FrameWidth, MessageViewName } from "../route.ts";
import { HeaderTable } from "./header-table.tsx";
import { MessageHtml } from "./message-html.tsx";
import { RawView } from "./raw-view.tsx";

/** A message in one of its forms. */
export function MessageContent({
  message,
  view,
  look,
  onWidth,
}: {
  readonly message: InboxMessage;
  readonly view: MessageViewName;
  readonly look: FrameLook;
  readonly onWidth: (width: FrameWidth) => void;
}) {
  if (view === "html" && message.hasHtml) {
    return <MessageHtml message={message} look={look} onWidth={onWidth} />;
  }
  if (view === "headers") return <HeaderTable headers={message.headers} />;
  if (view === "raw") return <RawView message={message} />;
  if (message.text === null) return <p className="stage-note">The message has no text part.</p>;
  return <CodeView code={message.text} language="text" label="Text part" />;
}
