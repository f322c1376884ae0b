import type { InboxMessage } from "../../inbox.ts";
import type { PostmarkRoute } from "../postmark-call.ts";
import { describeOutbound, isOutbound } from "./describe-outbound.ts";
import { findOutbound } from "./find-outbound.ts";
import { messageEvents } from "./message-events.ts";
import { readMessageFilter } from "./message-filter.ts";
import { trackingRoutes } from "./tracking-routes.ts";

/** Sent messages, however they came. @see https://postmarkapp.com/developer/api/messages-api */
export const messagesRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/messages/outbound", queryCode: 700 },
    handle({ server, query }) {
      const { count, offset } = query.page();
      const fits = readMessageFilter(query);
      const found = server.messages().filter((message) => isOutbound(message) && fits(message));
      return {
        TotalCount: found.length,
        Messages: found
          .slice(offset, offset + count)
          .map((message) => describeOutbound(message, server)),
      };
    },
  },
  {
    ...{ method: "GET", path: "/messages/outbound/{id}/details" },
    handle(call) {
      const message = findOutbound(call);
      return {
        TextBody: message.text ?? null,
        HtmlBody: message.html ?? null,
        Body: dump(message),
        ...describeOutbound(message, call.server),
        MessageEvents: messageEvents(message, call.server),
      };
    },
  },
  {
    ...{ method: "GET", path: "/messages/outbound/{id}/dump" },
    handle: (call) => ({ Body: dump(findOutbound(call)) }),
  },
  ...trackingRoutes,
];

function dump({ raw }: InboxMessage): string {
  return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString("utf8");
}
