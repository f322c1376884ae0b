import type { InboxMessage } from "../../../protocol/index.ts";
import { messageUrl } from "../../data/inbox-endpoints.ts";
import { serverUrl } from "../../data/site.ts";
import type { InboxRoute } from "../../route.ts";
import { IconButton, tip } from "../../ui/button.tsx";
import { Download, Send, Trash2 } from "../../ui/icons.ts";
import { ListToggle } from "../../ui/list-toggle.tsx";
import type { Thread } from "../threads.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { CodeList } from "./code-list.tsx";
import { MessageFacts } from "./message-facts.tsx";
import { ProblemList } from "./problem-list.tsx";
import { ThreadStrip } from "./thread-strip.tsx";

/** Subject, people, envelope, what is asked of Postmark, and what can be done with a message. */
export function MessageHeader({
  message,
  thread,
  route,
  isGone,
  onRelease,
  onDelete,
}: {
  readonly message: InboxMessage;
  readonly thread: Thread | null;
  readonly route: InboxRoute;
  /** It was deleted while it was being read. */
  readonly isGone: boolean;
  readonly onRelease: () => void;
  readonly onDelete: () => void;
}) {
  return (
    <header className="message-header">
      <div className="message-title">
        <ListToggle />
        <h1 dir="auto">{message.subject || "(no subject)"}</h1>
        <Actions message={message} onRelease={onRelease} onDelete={onDelete} />
      </div>
      {isGone && <p className="message-gone">Deleted from the inbox</p>}
      <ThreadStrip thread={thread} route={route} />
      <MessageFacts message={message} />
      {(message.codes.length > 0 || message.attachmentCount > 0 || message.hasCalendar) && (
        <div className="message-lifted">
          <CodeList codes={message.codes} />
          <AttachmentList message={message} route={route} />
        </div>
      )}
      <ProblemList problems={message.problems} />
    </header>
  );
}

function Actions({
  message,
  onRelease,
  onDelete,
}: {
  readonly message: InboxMessage;
  readonly onRelease: () => void;
  readonly onDelete: () => void;
}) {
  return (
    <>
      <a
        className="icon-button"
        href={serverUrl(`${messageUrl(message.id)}/message.eml`)}
        download
        aria-label="Download as .eml"
        {...tip("Download as .eml")}
      >
        <Download size={16} />
      </a>
      <IconButton name="Release to a real address" action="release" onClick={onRelease}>
        <Send size={16} />
      </IconButton>
      <IconButton name="Delete this message" action="delete" onClick={onDelete}>
        <Trash2 size={16} />
      </IconButton>
    </>
  );
}
