import * as operations from "./api-operations.ts";

/** A parameter of the API, in words. */
export interface ApiParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: { readonly type: "string" | "integer" | "boolean" | "array" };
}

/** One operation of the API, and what its documentation says of it. */
export interface ApiRoute {
  readonly method: "get" | "delete" | "patch";
  /** `{name}` stands for one segment. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query: readonly ApiParameter[];
  /** Name of the schema of the answer; the type of octets; `undefined` for none. */
  readonly answer: { readonly schema: string } | { readonly octets: string } | undefined;
  readonly handle: (call: operations.ApiCall) => Promise<Response>;
}

const text = (name: string, description: string): ApiParameter => ({
  ...{ name, description, schema: { type: "string" } },
});
const number = (name: string, description: string): ApiParameter => ({
  ...{ name, description, schema: { type: "integer" } },
});

const filters: readonly ApiParameter[] = [
  text("to", "Whole address of a recipient, of the header or of the envelope; in any case"),
  text("from", "Whole address of the sender; in any case"),
  text("subject", "Part of the subject; in any case"),
  text("mailbox", "Mailbox that the message lies in"),
  text("since", "Received at this time or later (ISO 8601)"),
  { name: "unread", description: "true: only what is unread", schema: { type: "boolean" } },
];

/** All that the API does. A path that is more special stands before one that would fit it too. */
export const apiRoutes: readonly ApiRoute[] = [
  {
    ...{ method: "get", path: "/messages", id: "listMessages", answer: { schema: "MessageList" } },
    summary: "List messages, newest first; those that fit all that is said",
    query: [
      ...filters,
      text("q", "Words that the message has in its text, subject, people or files"),
      number("limit", "Most messages listed, up to 1000. Default: 100"),
    ],
    handle: operations.listMessages,
  },
  {
    ...{ method: "delete", path: "/messages", id: "deleteMessages", answer: undefined },
    summary: "Delete the messages that fit all that is said; all of them where nothing is said",
    query: filters,
    handle: operations.deleteMessages,
  },
  {
    ...{ method: "get", path: "/wait", id: "waitForMessage", answer: { schema: "Message" } },
    summary: "Wait for a message that fits, among those here and those to come; 404 when none came",
    query: [...filters, number("timeoutMs", "How long to wait, up to 60000. Default: 5000")],
    handle: operations.waitForMessage,
  },
  {
    ...{ method: "get", path: "/messages/{id}", id: "getMessage", answer: { schema: "Message" } },
    ...{ summary: "One message, with its links and codes", query: [] },
    handle: operations.getMessage,
  },
  {
    ...{ method: "patch", path: "/messages/{id}", id: "markMessage" },
    ...{ summary: 'Mark a message: {"read": true} or {"read": false}', query: [] },
    answer: { schema: "MessageSummary" },
    handle: operations.markMessage,
  },
  {
    ...{ method: "delete", path: "/messages/{id}", id: "deleteMessage", answer: undefined },
    ...{ summary: "Delete one message", query: [] },
    handle: operations.deleteMessage,
  },
  {
    ...{ method: "get", path: "/messages/{id}/raw", id: "getRaw" },
    ...{ summary: "The message as it came, to the octet", query: [] },
    answer: { octets: "message/rfc822" },
    handle: operations.getRaw,
  },
  {
    ...{ method: "get", path: "/messages/{id}/delivered", id: "getDelivered" },
    summary: "The parts as a recipient gets them, tracked where the message asks for it",
    query: [text("recipient", "One of the envelope's recipients. Default: the first")],
    answer: { schema: "Delivered" },
    handle: operations.getDelivered,
  },
  {
    ...{ method: "get", path: "/messages/{id}/attachments/{index}", id: "getAttachment" },
    ...{ summary: "A file of the message, by its place from 0", query: [] },
    answer: { octets: "application/octet-stream" },
    handle: operations.getAttachment,
  },
];
