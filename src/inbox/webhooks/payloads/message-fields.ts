import type { EventFacts } from "../../events/mail-event.ts";

/** What every payload carries of its message. */
export function messageFields({ messageId, stream, tag, metadata }: EventFacts) {
  return {
    MessageID: messageId ?? null,
    MessageStream: stream,
    Metadata: metadata,
    ...(tag !== undefined && { Tag: tag }),
  };
}
