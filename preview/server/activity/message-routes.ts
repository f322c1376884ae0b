import { createHash } from "node:crypto";
import type { ParsedMessage } from "../../../src/inbox/parse-message.ts";
import type { OutboxMessageDetails } from "../../../src/outbox/care/stored-message.ts";
import { type Answer, Refusal } from "../api/answer.ts";
import type { ApiRequest, Route } from "../api/router.ts";
import {
  download,
  downloads,
  emlName,
  fileOf,
  htmlAnswer,
  sourceAnswer,
} from "../inbox/message-answers.ts";
import { pictureAnswer } from "../inbox/message-picture.ts";
import { describeSent } from "./describe-message.ts";
import type { UseActivity } from "./use-activity.ts";

/** A message and what is read out of it; nothing where neither bytes nor headers are left. */
interface ReadMessage {
  readonly message: OutboxMessageDetails;
  readonly parsed: ParsedMessage | undefined;
}

/** So many messages stay read: a page asks for one several times. */
const keptMessages = 4;

/**
 * The messages of the outbox as they were really sent, as a part of the API.
 *
 * @param base where the preview stands on its server, from slash to slash
 */
export function messageRoutes(use: UseActivity, base: string): readonly Route[] {
  const read = createReader(use);
  const path = "/api/activity/messages/:id";
  const ofMessage =
    (answer: (read: ReadMessage, request: ApiRequest) => Answer) => async (request: ApiRequest) =>
      answer(await read(request.params.id ?? ""), request);
  const ofParts = (answer: (parts: ParsedMessage, request: ApiRequest) => Answer) =>
    ofMessage(({ parsed }, request) => {
      if (parsed) return answer(parsed, request);
      throw new Refusal(404, "Cannot show the message: retention has purged its body");
    });
  const ofBytes = (answer: (bytes: Buffer, message: OutboxMessageDetails) => Answer) =>
    ofMessage(({ message }) => {
      if (message.bytes) return answer(message.bytes, message);
      throw new Refusal(404, "Cannot show the message: retention has purged its body");
    });
  const get = { method: "GET" } as const;
  return [
    {
      ...{ ...get, path },
      handle: ofMessage(({ message, parsed }) => ({ json: describeSent(message, parsed) })),
    },
    {
      ...{ ...get, path: `${path}/html` },
      handle: ofParts((parts, { params, raw }) => {
        const id = encodeURIComponent(params.id ?? "");
        return htmlAnswer(parts, `${base}api/activity/messages/${id}/pictures/`, raw);
      }),
    },
    { ...get, path: `${path}/source`, handle: ofParts(sourceAnswer) },
    {
      ...{ ...get, path: `${path}/raw` },
      handle: ofBytes((bytes) => ({ body: bytes, type: "text/plain; charset=utf-8" })),
    },
    {
      ...{ ...get, path: `${path}/pictures/:index`, destinations: ["image"] },
      handle: ofParts((parts, { params }) => pictureAnswer(fileOf(parts, params.index))),
    },
    {
      ...{ ...get, path: `${path}/message.eml`, destinations: downloads },
      handle: ofBytes((bytes, { subject }) => download(bytes, "message/rfc822", emlName(subject))),
    },
    {
      ...{ ...get, path: `${path}/attachments/:index`, destinations: downloads },
      handle: ofParts((parts, { params }) => {
        const file = fileOf(parts, params.index);
        return download(file.content, file.contentType, file.filename);
      }),
    },
  ];
}

/** Reads messages; what stands in one is read once as long as its bytes are the same. */
function createReader(use: UseActivity) {
  const kept = new Map<string, ParsedMessage>();
  return async (id: string): Promise<ReadMessage> => {
    const message = await use((activity) => activity.get(id));
    if (!message) throw new Refusal(404, "Cannot find the message: it is not in this outbox");
    const bytes = message.bytes ?? (message.headers && Buffer.from(`${message.headers}\r\n`));
    if (!bytes) return { message, parsed: undefined };
    const name = message.bytes ? message.sha256 : createHash("sha256").update(bytes).digest("hex");
    const { parseMessage } = await import("../../../src/inbox/parse-message.ts");
    const parsed = kept.get(name) ?? parseMessage(bytes);
    kept.delete(name);
    kept.set(name, parsed);
    const [oldest] = kept.keys();
    if (kept.size > keptMessages && oldest !== undefined) kept.delete(oldest);
    return { message, parsed };
  };
}
