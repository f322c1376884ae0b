import type { InboxMessage, InboxView } from "../inbox.ts";
import { nothingLifted } from "../lift/lifted-out.ts";
import { ApiRefusal } from "./api-refusal.ts";
import { describeForApi, summarizeForApi } from "./describe-message.ts";
import { readMessageFilter } from "./message-filter.ts";
import type { ServedInbox } from "./served-inbox.ts";

/** What an operation of the API is told. */
export interface ApiCall {
  readonly inbox: ServedInbox;
  /** Where Postmark's API is served, by the host that was asked. */
  readonly postmarkUrl: string;
  /** The path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Ends when no one waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The body as JSON. */
  json(): Promise<unknown>;
}

const mostListed = 1_000;
const usualWaitMs = 5_000;
/** Proxies and test runners give up at about this time. */
const longestWaitMs = 60_000;

/** Lists messages, newest first. */
export async function listMessages({ inbox, query }: ApiCall): Promise<Response> {
  const filter = toFilter(query);
  const words = query
    .getAll("q")
    .flatMap((text) => text.split(/\s+/))
    .filter(Boolean);
  const found = (words.length > 0 ? await inbox.search(words) : inbox.list()).filter(filter);
  const limit = readNumber(query, "limit", 100, mostListed);
  return Response.json({
    total: found.length,
    messages: found.slice(0, limit).map(summarizeForApi),
  });
}

/** Waits for a message, here or to come. */
export async function waitForMessage({ inbox, query, signal }: ApiCall): Promise<Response> {
  const timeoutMs = readNumber(query, "timeoutMs", usualWaitMs, longestWaitMs);
  const filter = toFilter(query);
  try {
    const message = await inbox.waitFor(filter, { timeoutMs, signal });
    return await answerMessage(inbox, message);
  } catch (error) {
    throw new ApiRefusal(404, (error as Error).message);
  }
}

/** One message, whole but for its octets. */
export async function getMessage(call: ApiCall): Promise<Response> {
  return answerMessage(call.inbox, find(call));
}

/** A message as it came. */
export async function getRaw(call: ApiCall): Promise<Response> {
  return download(find(call).raw, "message/rfc822", `${find(call).id}.eml`);
}

/** The parts of a message as a recipient gets them. */
export async function getDelivered(call: ApiCall): Promise<Response> {
  const { id } = find(call);
  const { postmark } = call.inbox;
  if (!postmark) throw new ApiRefusal(404, "Cannot deliver: this is a mailbox, not the inbox");
  const recipient = call.query.get("recipient") ?? undefined;
  try {
    const { html = null, text = null } = postmark.delivered(id, {
      ...{ baseUrl: call.postmarkUrl, recipient },
    });
    return Response.json({ html, text });
  } catch (error) {
    throw new ApiRefusal(400, (error as Error).message);
  }
}

/** A file of a message. */
export async function getAttachment(call: ApiCall): Promise<Response> {
  const file = find(call).attachments[Number(call.params.index)];
  if (!file) throw new ApiRefusal(404, "Cannot find the attachment: the message has fewer");
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType) ? file.contentType : binary;
  return download(file.content, type, file.filename);
}

/** Marks a message as read or not. */
export async function markMessage(call: ApiCall): Promise<Response> {
  const { id } = find(call);
  const { read } = ((await call.json()) ?? {}) as { readonly read?: unknown };
  if (typeof read !== "boolean") {
    throw new ApiRefusal(400, 'Cannot mark the message: the body must be {"read": true} or false');
  }
  call.inbox.mark(id, { read });
  return Response.json(summarizeForApi(find(call)));
}

/** Deletes one message. */
export async function deleteMessage(call: ApiCall): Promise<Response> {
  call.inbox.delete(find(call).id);
  return new Response(null, { status: 204 });
}

/** Deletes the messages that fit, all where nothing is said. */
export async function deleteMessages({ inbox, query }: ApiCall): Promise<Response> {
  if ([...query.keys()].length === 0) inbox.clear();
  else for (const { id } of inbox.list().filter(toFilter(query))) inbox.delete(id);
  return new Response(null, { status: 204 });
}

const binary = "application/octet-stream";

async function answerMessage(inbox: InboxView, message: InboxMessage): Promise<Response> {
  const lifted = await inbox.lift(message.id);
  return Response.json(describeForApi(message, lifted ?? nothingLifted));
}

function find({ inbox, params }: ApiCall): InboxMessage {
  const message = inbox.get(params.id ?? "");
  if (message) return message;
  throw new ApiRefusal(404, "Cannot find the message: it was deleted, or never came");
}

function toFilter(query: URLSearchParams): (message: InboxMessage) => boolean {
  try {
    return readMessageFilter(query);
  } catch (error) {
    throw new ApiRefusal(400, (error as Error).message);
  }
}

function readNumber(query: URLSearchParams, name: string, usual: number, most: number): number {
  const given = query.get(name);
  if (given === null) return usual;
  const value = Number(given);
  if (/^\d+$/.test(given) && value <= most) return value;
  throw new ApiRefusal(400, `Cannot answer: '${name}' must be an integer from 0 to ${most}`);
}

/** For the disk, never for a page: whatever type it claims, it is not shown. */
function download(body: Uint8Array, type: string, filename: string): Response {
  const encoded = encodeURIComponent(Buffer.from(filename).toString()).replace(/['()*]/g, "_");
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encoded}`,
      "content-security-policy": "sandbox",
    },
  });
}
