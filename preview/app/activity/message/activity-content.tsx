import type { ActivityMessage } from "../../../protocol/index.ts";
import { CodeView } from "../../code/code-view.tsx";
import { AttachmentView } from "../../inbox/views/attachment-view.tsx";
import { HeaderTable } from "../../inbox/views/header-table.tsx";
import { Heavy } from "../../inbox/views/heavy.tsx";
import { MessageHtml } from "../../inbox/views/message-html.tsx";
import { RawView } from "../../inbox/views/raw-view.tsx";
import { SourceView } from "../../inbox/views/source-view.tsx";
import type { ActivityRoute, ActivityViewName, FrameLook } from "../../route.ts";
import { TimelineView } from "./timeline-view.tsx";

/** A message of the outbox in one of its forms, as it was really sent. */
export function ActivityContent({
  message,
  view,
  route,
  onLook,
}: {
  readonly message: ActivityMessage;
  readonly view: ActivityViewName;
  readonly route: ActivityRoute;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  const { id, content, subject } = message;
  if (view === "timeline" || !content) return <TimelineView message={message} route={route} />;
  const { htmlBytes, text, headers, attachments } = content;
  switch (view) {
    case "html":
      return (
        <Heavy id={id} name="The HTML" sizeBytes={htmlBytes}>
          <MessageHtml message={{ id, subject: subject ?? "" }} look={route} onLook={onLook} />
        </Heavy>
      );
    case "source":
      return (
        <Heavy id={id} name="The HTML" sizeBytes={htmlBytes}>
          <SourceView id={id} />
        </Heavy>
      );
    case "headers":
      return <HeaderTable message={{ headers, deliveredHeaders: headers }} />;
    case "raw":
      return (
        <Heavy id={id} name="The message" sizeBytes={message.sizeBytes}>
          <RawView message={{ id, problems: [] }} />
        </Heavy>
      );
    case "attachments":
      return <AttachmentView message={{ id, attachments }} />;
    case "text":
      return (
        <Heavy id={id} name="The text" sizeBytes={text?.length ?? 0}>
          <CodeView key={id} code={text ?? ""} language="text" label="Text part" />
        </Heavy>
      );
  }
}
