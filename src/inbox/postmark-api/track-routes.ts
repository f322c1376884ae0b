import type { InboxMessage } from "../inbox.ts";
import { trackedLinks } from "../tracking/tracked-links.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** One clear pixel. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

const token = "none";

/** What a tracked message asks for when it is opened, followed or left. */
export const trackRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/track/open/{id}/{place}", token },
    handle(call) {
      const { message, recipient } = find(call);
      call.server.actions.open(message, { recipient, userAgent: call.userAgent });
      return new Response(pixel, {
        headers: { "content-type": "image/gif", "cache-control": "no-store" },
      });
    },
  },
  {
    ...{ method: "GET", path: "/track/click/{id}/{place}/{part}/{number}", token },
    handle(call) {
      const { message, recipient } = find(call);
      const isHtml = call.params.part === "html";
      const link = trackedLinks(message, isHtml ? "html" : "text")[Number(call.params.number)];
      if (link === undefined || !URL.canParse(link)) throw missing();
      const location = isHtml ? "HTML" : "Text";
      const { userAgent } = call;
      call.server.actions.click(message, { recipient, link, location, userAgent });
      return Response.redirect(link, 302);
    },
  },
  { method: "GET", path: "/track/unsubscribe/{id}/{place}", token, handle: leave },
  // By a mail program, with a button of its own (RFC 8058).
  { method: "POST", path: "/track/unsubscribe/{id}/{place}", token, handle: leave },
];

function leave(call: PostmarkCall): Response {
  const { message, recipient } = find(call);
  call.server.actions.unsubscribe(message, { recipient });
  return new Response("You get no more of these messages.\n", {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function find({ server, params }: PostmarkCall): {
  readonly message: InboxMessage;
  readonly recipient: string;
} {
  const message = server.message(params.id ?? "");
  const recipient = message?.envelope.to[Number(params.place)];
  if (!message || recipient === undefined) throw missing();
  return { message, recipient };
}

function missing(): PostmarkRefusal {
  return new PostmarkRefusal(701, "This message was not found.", 404);
}
