import { describeReader } from "../../events/describe-reader.ts";
import type { ClickEvent, MailEvent, OpenEvent } from "../../events/mail-event.ts";
import type { PostmarkCall, PostmarkRoute } from "../postmark-call.ts";
import { toPostmarkDate } from "../postmark-date.ts";
import type { Query } from "../read-query.ts";
import { findOutbound } from "./find-outbound.ts";

type Tracked = OpenEvent | ClickEvent;

/** Opens and clicks, of all messages or of one. */
export const trackingRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/messages/outbound/opens", queryCode: 700 },
    handle: (call) => list(call, "open", call.server.log.all()),
  },
  {
    ...{ method: "GET", path: "/messages/outbound/opens/{id}", queryCode: 700 },
    handle: (call) => list(call, "open", call.server.log.of(findOutbound(call).id)),
  },
  {
    ...{ method: "GET", path: "/messages/outbound/clicks", queryCode: 700 },
    handle: (call) => list(call, "click", call.server.log.all()),
  },
  {
    ...{ method: "GET", path: "/messages/outbound/clicks/{id}", queryCode: 700 },
    handle: (call) => list(call, "click", call.server.log.of(findOutbound(call).id)),
  },
];

function list({ query }: PostmarkCall, kind: Tracked["kind"], events: Iterable<MailEvent>) {
  const { count, offset } = query.page();
  const fits = readFilter(query);
  const found = [...events]
    .filter((event): event is Tracked => event.kind === kind)
    .filter(fits)
    // Of one millisecond, too, the latest comes first.
    .reverse()
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  const page = found.slice(offset, offset + count).map(describe);
  return { TotalCount: found.length, [kind === "open" ? "Opens" : "Clicks"]: page };
}

/** Of whom and what; the reader's program and place are filtered by name, in any case. */
function readFilter(query: Query): (event: Tracked) => boolean {
  const recipient = query.text("recipient")?.toLowerCase();
  const tag = query.text("tag");
  const stream = query.text("messagestream");
  const named = (name: string) => query.text(name)?.toLowerCase();
  const wanted = {
    ...{ client_name: named("client_name"), client_family: named("client_family") },
    ...{ client_company: named("client_company"), os_name: named("os_name") },
    ...{ os_family: named("os_family"), os_company: named("os_company") },
    platform: named("platform"),
  };
  return (event) => {
    const { Client, OS, Platform } = describeReader(event.userAgent);
    const is = {
      ...{ client_name: Client.Name, client_family: Client.Family, client_company: Client.Company },
      ...{ os_name: OS.Name, os_family: OS.Family, os_company: OS.Company, platform: Platform },
    };
    return (
      (recipient === undefined || event.recipient.toLowerCase() === recipient) &&
      (tag === undefined || event.tag === tag) &&
      (stream === undefined || event.stream === stream) &&
      (Object.keys(is) as (keyof typeof is)[]).every(
        (key) => wanted[key] === undefined || wanted[key] === is[key].toLowerCase(),
      )
    );
  };
}

function describe(event: Tracked) {
  return {
    RecordType: event.kind === "open" ? "Open" : "Click",
    ...(event.kind === "open" && { FirstOpen: event.isFirst, ReadSeconds: 0 }),
    ...(event.kind === "click" && {
      ClickLocation: event.location,
      OriginalLink: event.link,
    }),
    ...describeReader(event.userAgent),
    UserAgent: event.userAgent,
    MessageID: event.messageId,
    MessageStream: event.stream,
    ReceivedAt: toPostmarkDate(event.at),
    Tag: event.tag ?? "",
    Recipient: event.recipient,
  };
}
