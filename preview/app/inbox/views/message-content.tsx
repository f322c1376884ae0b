import { lazy, Suspense } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import { CodeView } from "../../code/code-view.tsx";
import type { FrameLook, MessageViewName } from "../../route.ts";
import { EventsView } from "../events/events-view.tsx";
import { AttachmentView } from "./attachment-view.tsx";
import { ConversationView } from "./conversation-view.tsx";
import { HeaderTable } from "./header-table.tsx";
import { Heavy } from "./heavy.tsx";
import { LinkList } from "./link-list.tsx";
import { MessageHtml } from "./message-html.tsx";
import { RawView } from "./raw-view.tsx";
import { SourceView } from "./source-view.tsx";

/** Brings the reader of calendars with it, which few messages need. */
const CalendarView = lazy(() => import("../calendar/calendar-view.tsx"));

/** A message in one of its forms. */
export function MessageContent({
  message,
  view,
  look,
  onLook,
}: {
  readonly message: InboxMessage;
  readonly view: MessageViewName;
  readonly look: FrameLook;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  switch (view) {
    case "html":
      return (
        <Heavy id={message.id} name="The HTML" sizeBytes={message.htmlBytes}>
          <MessageHtml message={message} look={look} onLook={onLook} />
        </Heavy>
      );
    case "source":
      return (
        <Heavy id={message.id} name="The HTML" sizeBytes={message.htmlBytes}>
          <SourceView id={message.id} />
        </Heavy>
      );
    case "headers":
      return <HeaderTable message={message} />;
    case "raw":
      return (
        <Heavy id={message.id} name="The message" sizeBytes={message.sizeBytes}>
          <RawView message={message} />
        </Heavy>
      );
    case "smtp":
      return <ConversationView lines={message.conversation} />;
    case "links":
      return <LinkList message={message} />;
    case "attachments":
      return <AttachmentView message={message} />;
    case "calendar":
      return (
        <Suspense>
          <CalendarView message={message} />
        </Suspense>
      );
    case "events":
      return <EventsView key={message.id} message={message} />;
    case "text":
      if (message.text === null) return <p className="stage-note">The message has no text part.</p>;
      return (
        <Heavy id={message.id} name="The text" sizeBytes={message.text.length}>
          <CodeView key={message.id} code={message.text} language="text" label="Text part" />
        </Heavy>
      );
  }
}
