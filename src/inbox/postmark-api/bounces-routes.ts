import { bounceKinds } from "../events/bounce-kinds.ts";
import { canActivate } from "../events/mail-actions.ts";
import type { BounceEvent, MailEvent } from "../events/mail-event.ts";
import type { LocalServer } from "../local-server.ts";
import { toBounceType } from "../postmark/bounce-types.ts";
import { describeBounce } from "./describe-bounce.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";
import type { Query } from "./read-query.ts";

/** Bounces, complaints among them. @see https://postmarkapp.com/developer/api/bounce-api */
export const bouncesRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/deliverystats" },
    handle({ server }) {
      const bounces = listBounces(server);
      const kinds = [...new Set(bounces.map(({ type }) => type))].map((type) => ({
        ...{ Type: type, Name: bounceKinds[type].name },
        Count: bounces.filter((bounce) => bounce.type === type).length,
      }));
      return {
        InactiveMails: server.suppressions.list().length,
        Bounces: [{ Name: "All", Count: bounces.length }, ...kinds],
      };
    },
  },
  {
    ...{ method: "GET", path: "/bounces", queryCode: 1000 },
    handle({ server, query }) {
      const { count, offset } = query.page();
      const fits = readFilter(query, server);
      const found = listBounces(server).filter(fits);
      return {
        TotalCount: found.length,
        Bounces: found
          .slice(offset, offset + count)
          .map((bounce) => describeBounce(bounce, server)),
      };
    },
  },
  {
    ...{ method: "GET", path: "/bounces/{id}" },
    handle: (call) => describeBounce(find(call), call.server),
  },
  {
    ...{ method: "GET", path: "/bounces/{id}/dump" },
    handle: (call) => ({ Body: dumpOf(find(call), call.server) }),
  },
  {
    ...{ method: "PUT", path: "/bounces/{id}/activate" },
    handle(call) {
      const bounce = find(call);
      if (!canActivate(bounce.type)) throw new PostmarkRefusal(1003, "Cannot activate bounce.");
      call.server.actions.reactivate(bounce.recipient, { stream: bounce.stream });
      return { Message: "OK", Bounce: describeBounce(bounce, call.server) };
    },
  },
];

/** Newest first. */
function listBounces({ log }: LocalServer): readonly BounceEvent[] {
  return [...log.all()].filter(isBounce).sort((one, other) => other.id - one.id);
}

function isBounce(event: MailEvent): event is BounceEvent {
  return event.kind === "bounce";
}

function find({ server, params }: PostmarkCall): BounceEvent {
  const bounce = server.log.bounce(Number(params.id));
  if (bounce) return bounce;
  throw new PostmarkRefusal(1001, "Bounce was not found.");
}

/** The raw source: for an SMTP API error the message, which Postmark keeps nowhere else. */
function dumpOf(bounce: BounceEvent, server: LocalServer): string {
  const message = server.message(bounce.messageId ?? "");
  const source = message ? Buffer.from(message.raw).toString("utf8") : "";
  return `${bounce.description}\r\n${bounce.details}\r\n\r\n${source}`;
}

function readFilter(query: Query, server: LocalServer): (bounce: BounceEvent) => boolean {
  const asked = query.text("type");
  const type = asked?.toLowerCase() === "spamcomplaint" ? "SpamComplaint" : toBounceType(asked);
  if (asked !== undefined && type === undefined) {
    throw new PostmarkRefusal(1000, `Parameter 'type' is none of Postmark's: '${asked}'.`);
  }
  const inactive = query.boolean("inactive");
  const email = query.text("emailFilter")?.toLowerCase();
  const tag = query.text("tag");
  const messageId = query.text("messageID");
  const stream = query.text("messagestream");
  const begin = query.date("fromdate", "begin");
  const end = query.date("todate", "end");
  return (bounce) =>
    (type === undefined || bounce.type === type) &&
    (inactive === undefined || describeBounce(bounce, server).Inactive === inactive) &&
    (email === undefined || bounce.recipient.toLowerCase().includes(email)) &&
    (tag === undefined || bounce.tag === tag) &&
    (messageId === undefined || bounce.messageId === messageId) &&
    (stream === undefined || bounce.stream === stream) &&
    (begin === undefined || bounce.at.getTime() >= begin) &&
    (end === undefined || bounce.at.getTime() <= end);
}
