import type {
  InboxConnections,
  InboxList,
  InboxMatches,
  InboxMessage,
  ReleaseRequest,
  SendResult,
} from "../../protocol/index.ts";
import { type Answer, type AskOptions, post, remove, request, requestText } from "./ask.ts";
import { serverUrl } from "./site.ts";

/** Asks for the whole inbox. */
export function fetchInbox(): Promise<Answer<InboxList>> {
  return request("/api/inbox");
}

/** Asks which messages have all of these words, anywhere in them. */
export function searchInbox(
  words: readonly string[],
  options: AskOptions = {},
): Promise<Answer<InboxMatches>> {
  const query = new URLSearchParams(words.map((word) => ["word", word]));
  return request(`/api/inbox/search?${query}`, options);
}

/** Says that messages were read, or are to be read again. */
export function markMessages(ids: readonly string[], read: boolean): Promise<Answer<object>> {
  return post("/api/inbox/read", { ids, read });
}

/** Hands a message on to real recipients. */
export function postRelease(id: string, body: ReleaseRequest): Promise<Answer<SendResult>> {
  return post(`${messageUrl(id)}/release`, body);
}

/** Asks which SMTP connections left no message. */
export function fetchConnections(options: AskOptions = {}): Promise<Answer<InboxConnections>> {
  return request("/api/inbox/connections", options);
}

/** Asks for one message. */
export function fetchMessage(id: string, options: AskOptions = {}): Promise<Answer<InboxMessage>> {
  return request(messageUrl(id), options);
}

/** Asks for the HTML of a message, its inline pictures put in place. */
export function fetchMessageHtml(id: string, options: AskOptions = {}): Promise<Answer<string>> {
  return requestText(`${messageUrl(id)}/html`, options);
}

/** Asks for the HTML of a message, decoded and otherwise as it came. */
export function fetchMessageSource(id: string, options: AskOptions = {}): Promise<Answer<string>> {
  return requestText(`${messageUrl(id)}/source`, options);
}

/** Asks for a message as it came. */
export function fetchRaw(id: string, options: AskOptions = {}): Promise<Answer<string>> {
  return requestText(`${messageUrl(id)}/raw`, options);
}

/** Asks for an attachment as text, by its place among those of the message. */
export function fetchAttachmentText(
  id: string,
  place: number,
  options: AskOptions = {},
): Promise<Answer<string>> {
  return requestText(attachmentUrl(id, place), options);
}

/** Address of an attachment, by its place among those of the message. */
export function attachmentUrl(id: string, place: number): string {
  return `${messageUrl(id)}/attachments/${place}`;
}

/**
 * Where the pictures that stand in a message lie, as a Content-Security-Policy names it: nothing
 * else that this server answers is a picture of the message.
 */
export function picturesSource(id: string): string {
  const { hostname, origin } = location;
  // A policy cannot write an address of IPv6.
  return hostname.startsWith("[") ? "'self'" : `${origin}${serverUrl(messageUrl(id))}/pictures/`;
}

/** Most messages that are deleted by one request: its body must fit what a page may send that is left. */
const deletedAtOnce = 500;

/** Deletes messages; those that are gone already are no fault. */
export function deleteMessages(ids: readonly string[]): Promise<readonly Answer<object>[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / deletedAtOnce) }, (_, part) =>
    ids.slice(part * deletedAtOnce, (part + 1) * deletedAtOnce),
  );
  // Also from a page that is being left.
  return Promise.all(
    parts.map((part) => post<object>("/api/inbox/delete", { ids: part }, { keepalive: true })),
  );
}

/** Deletes all messages, or those of a mailbox. */
export function clearInbox(mailbox: string | null): Promise<Answer<null>> {
  const query = mailbox === null ? "" : `?mailbox=${encodeURIComponent(mailbox)}`;
  return remove(`/api/inbox${query}`);
}

/** Address of a message, for what hangs below it. */
export function messageUrl(id: string): string {
  return `/api/inbox/${encodeURIComponent(id)}`;
}
