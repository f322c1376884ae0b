import type { ClickEvent, MailEvent, OpenEvent } from "../../events/mail-event.ts";
import type { InboxMessage } from "../../inbox.ts";
import { isOutbound } from "../messages/describe-outbound.ts";
import type { PostmarkCall } from "../postmark-call.ts";

/** What a statistic is made of. */
export interface Scope {
  /** Messages that were sent, each once for each recipient. */
  readonly sent: readonly InboxMessage[];
  readonly events: readonly MailEvent[];
}

/** Messages and events of the tag, the stream and the days that are asked for. */
export function readScope({ server, query }: PostmarkCall): Scope {
  const tag = query.text("tag");
  const stream = query.text("messagestream");
  const begin = query.date("fromdate", "begin") ?? Number.NEGATIVE_INFINITY;
  const end = query.date("todate", "end") ?? Number.POSITIVE_INFINITY;
  const fits = (one: { readonly tag: string | undefined; readonly stream: string }, at: Date) =>
    (tag === undefined || one.tag === tag) &&
    (stream === undefined || one.stream === stream) &&
    at.getTime() >= begin &&
    at.getTime() <= end;
  return {
    sent: server
      .messages()
      .filter((message) => isOutbound(message) && fits(message, message.receivedAt))
      .flatMap((message) => message.recipients.filter(isSent).map(() => message)),
    events: [...server.log.all()].filter((event) => fits(event, event.at)),
  };
}

function isSent({ outcome }: InboxMessage["recipients"][number]): boolean {
  return outcome !== "rejected" && outcome !== "suppressed";
}

/** The opens among events. */
export function opensOf({ events }: Scope): readonly OpenEvent[] {
  return events.filter((event) => event.kind === "open");
}

/** The clicks among events. */
export function clicksOf({ events }: Scope): readonly ClickEvent[] {
  return events.filter((event) => event.kind === "click");
}
