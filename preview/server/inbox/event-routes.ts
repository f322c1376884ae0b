import type { Inbox, InboxMessage } from "../../../src/inbox/inbox.ts";
import type { MessageAction, WebhookPayload } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { ApiRequest, Route } from "../api/router.ts";
import { describeEvents } from "./describe-events.ts";

type Act = (inbox: Inbox, message: InboxMessage, recipient: string) => unknown;

/** What a recipient does with a message. */
const actions: Readonly<Record<MessageAction, Act>> = {
  open: ({ postmark }, { id }, recipient) => postmark.open(id, { recipient }),
  click: ({ postmark }, { id }, recipient) => postmark.click(id, { recipient }),
  bounce: ({ postmark }, { id }, recipient) => postmark.bounce(id, { recipient }),
  complain: ({ postmark }, { id }, recipient) => postmark.complain(id, { recipient }),
  unsubscribe: ({ postmark }, { id }, recipient) => postmark.unsubscribe(id, { recipient }),
  reactivate: ({ suppressions }, { stream }, recipient) =>
    suppressions.delete(recipient, { stream }),
};

/**
 * What happens to a message of the inbox and the webhooks that tell it, as a part of the API.
 *
 * @param openInbox the running inbox; rejects with what to fix when there is none
 */
export function eventRoutes(openInbox: () => Promise<Inbox>): readonly Route[] {
  const find = async ({ params }: ApiRequest) => {
    const inbox = await openInbox();
    const message = inbox.get(params.id ?? "");
    if (message) return { inbox, message };
    throw new Refusal(404, "Cannot find the message: it was deleted, or never came");
  };
  return [
    {
      method: "GET",
      path: "/api/inbox/:id/events",
      async handle(request) {
        const { inbox, message } = await find(request);
        return { json: describeEvents(inbox, message) };
      },
    },
    {
      method: "POST",
      path: "/api/inbox/:id/events",
      async handle(request) {
        const { inbox, message } = await find(request);
        const { action, recipient } = readAction(await request.json());
        refuseFaults(() => actions[action](inbox, message, recipient));
        return { json: describeEvents(inbox, message) };
      },
    },
    {
      method: "GET",
      path: "/api/inbox/webhooks/:call/payload",
      async handle({ params }) {
        const payload = (await openInbox()).postmark.webhooks.payload(Number(params.call));
        if (!payload) throw new Refusal(404, "Cannot find the webhook: it is forgotten");
        const answer: WebhookPayload = { text: JSON.stringify(payload, null, 2) };
        return { json: answer };
      },
    },
    {
      method: "POST",
      path: "/api/inbox/webhooks/:call/resend",
      async handle({ params }) {
        const { webhooks } = (await openInbox()).postmark;
        refuseFaults(() => webhooks.resend(Number(params.call)));
        return { json: {} };
      },
    },
  ];
}

/** @throws {Refusal} when the body says nothing that can be done */
function readAction(body: unknown) {
  const { action, recipient } = (body ?? {}) as Partial<Record<"action" | "recipient", unknown>>;
  if (typeof action === "string" && Object.hasOwn(actions, action)) {
    if (typeof recipient === "string") return { action: action as MessageAction, recipient };
  }
  throw new Refusal(
    400,
    `Cannot do this: the body must be { action, recipient }, with one of the actions ${Object.keys(actions).join(", ")}`,
  );
}

function refuseFaults(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    throw error instanceof RangeError ? new Refusal(422, error.message) : error;
  }
}
