import { bounceKinds } from "../../../src/inbox/events/bounce-kinds.ts";
import type { MailEvent } from "../../../src/inbox/events/mail-event.ts";
import type { Inbox, InboxMessage } from "../../../src/inbox/inbox.ts";
import type { WebhookCall } from "../../../src/inbox/webhooks/webhook-call.ts";
import type {
  MessageEvent,
  MessageEvents,
  WebhookCall as ShownCall,
} from "../../protocol/index.ts";

/** So many calls of one message are shown. */
const mostCalls = 200;

/** What happened to a message, and who was told of it. */
export function describeEvents({ postmark, suppressions }: Inbox, message: InboxMessage) {
  const { id, stream, envelope } = message;
  const answer: MessageEvents = {
    events: postmark.events(id).map(describeEvent),
    calls: postmark.webhooks.calls(id).slice(0, mostCalls).map(describeCall),
    webhooks: postmark.webhooks.list().map(({ url }) => url),
    suppressed: envelope.to.filter((address) => suppressions.find(stream, address)),
  };
  return answer;
}

function describeEvent(event: MailEvent): MessageEvent {
  const { kind, recipient } = event;
  return { kind, recipient, at: event.at.getTime(), ...wordsOf(event) };
}

function wordsOf(event: MailEvent): Pick<MessageEvent, "label" | "details" | "isBad"> {
  switch (event.kind) {
    case "delivery":
      return { label: "Delivered", details: "", isBad: false };
    case "bounce":
      return { label: bounceKinds[event.type].name, details: event.details, isBad: true };
    case "open":
      return { label: event.isFirst ? "Opened" : "Opened again", details: "", isBad: false };
    case "click":
      return { label: "Link clicked", details: event.link, isBad: false };
    case "subscription":
      return event.isSuppressed
        ? { label: "Suppressed", details: event.reason ?? "", isBad: true }
        : { label: "Reactivated", details: "", isBad: false };
  }
}

function describeCall(call: WebhookCall): ShownCall {
  const { id, trigger, url, recipient, traceId, state, attempts, dueAt } = call;
  return {
    ...{ id, trigger, url, recipient, traceId, state },
    attempts: attempts.map(({ at, tookMs, status, body, error }) => ({
      ...{ at: at.getTime(), tookMs, body },
      ...{ status: status ?? null, error: error ?? null },
    })),
    dueAt: dueAt?.getTime() ?? null,
  };
}
