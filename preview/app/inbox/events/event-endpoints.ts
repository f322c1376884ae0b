import type { MessageAction, MessageEvents, WebhookPayload } from "../../../protocol/index.ts";
import { type Answer, type AskOptions, post, request } from "../../data/ask.ts";
import { messageUrl } from "../../data/inbox-endpoints.ts";

/** Asks what happened to a message. */
export function fetchEvents(id: string, options: AskOptions = {}): Promise<Answer<MessageEvents>> {
  return request(`${messageUrl(id)}/events`, options);
}

/** Does with a message what a recipient would. */
export function act(
  id: string,
  action: MessageAction,
  recipient: string,
): Promise<Answer<MessageEvents>> {
  return post(`${messageUrl(id)}/events`, { action, recipient });
}

/** Asks for what is sent to a webhook. */
export function fetchPayload(
  callId: number,
  options: AskOptions = {},
): Promise<Answer<WebhookPayload>> {
  return request(`/api/inbox/webhooks/${callId}/payload`, options);
}

/** Sends a webhook again. */
export function resend(callId: number): Promise<Answer<object>> {
  return post(`/api/inbox/webhooks/${callId}/resend`, {});
}
