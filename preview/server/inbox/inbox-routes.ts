import type { Inbox, InboxMessage } from "../../../src/inbox/inbox.ts";
import { nothingLifted } from "../../../src/inbox/lift/lifted-out.ts";
import { mailboxName } from "../../../src/inbox/postmark/login.ts";
import type { InboxList } from "../../protocol/index.ts";
import { type Answer, Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import { describeMessage } from "./describe-message.ts";
import { findFruitless } from "./fruitless-connections.ts";
import {
  download,
  downloads,
  emlName,
  fileOf,
  htmlAnswer,
  sourceAnswer,
} from "./message-answers.ts";
import { pictureAnswer } from "./message-picture.ts";
import type { Summarizer } from "./summarize.ts";

/** Caps of the inbox, told to the reader of the list. */
const inboxCapacity = { messages: 10_000, bytes: 256 * 1024 * 1024 };

/**
 * The inbox's part of the API.
 *
 * @param base where the preview stands on its server, from slash to slash
 * @param openInbox the running inbox; rejects with what to fix when there is none
 */
export function inboxRoutes(
  openInbox: () => Promise<Inbox>,
  summarize: Summarizer,
  base: string,
): readonly Route[] {
  const ofMessage = (answer: (message: InboxMessage) => Answer | Promise<Answer>) => {
    return async ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
      const message = (await openInbox()).get(params.id ?? "");
      if (!message)
        throw new Refusal(404, "Cannot find the message: it was deleted, or never came");
      return answer(message);
    };
  };
  const picturesOf = (id: string) => `${base}api/inbox/${encodeURIComponent(id)}/pictures/`;
  return [
    {
      method: "GET",
      path: "/api/inbox",
      handle: async () => ({ json: list(await openInbox(), summarize) }),
    },
    {
      method: "DELETE",
      path: "/api/inbox",
      async handle({ query }) {
        clear(await openInbox(), query.get("mailbox"));
        return { json: {} };
      },
    },
    {
      method: "POST",
      path: "/api/inbox/read",
      async handle(request) {
        const { ids, read } = readMark(await request.json());
        (await openInbox()).mark(ids, { read });
        return { json: {} };
      },
    },
    {
      method: "POST",
      path: "/api/inbox/delete",
      async handle(request) {
        const ids = readIds(await request.json());
        const inbox = await openInbox();
        return { json: { deleted: ids.filter((id) => inbox.delete(id)).length } };
      },
    },
    {
      method: "GET",
      path: "/api/inbox/search",
      async handle({ query }) {
        const words = query.getAll("word").filter(Boolean);
        if (words.length === 0) {
          throw new Refusal(400, "Cannot search: there is no word; write ?word=invoice");
        }
        const found = await (await openInbox()).search(words);
        return { json: { ids: found.map(({ id }) => id) } };
      },
    },
    {
      method: "GET",
      path: "/api/inbox/connections",
      handle: async () => ({ json: { fruitless: findFruitless((await openInbox()).sessions()) } }),
    },
    {
      method: "GET",
      path: "/api/inbox/:id",
      handle: ofMessage(async (message) => {
        const lifted = await (await openInbox()).lift(message.id);
        return { json: describeMessage(message, summarize(message), lifted ?? nothingLifted) };
      }),
    },
    {
      method: "DELETE",
      path: "/api/inbox/:id",
      async handle({ params }) {
        if ((await openInbox()).delete(params.id ?? "")) return { json: {} };
        throw new Refusal(404, "Cannot delete the message: it is not there");
      },
    },
    {
      method: "GET",
      path: "/api/inbox/:id/html",
      handle: (request) =>
        ofMessage((message) => htmlAnswer(message, picturesOf(message.id), request.raw))(request),
    },
    {
      method: "GET",
      path: "/api/inbox/:id/pictures/:index",
      destinations: ["image"],
      handle: (request) =>
        ofMessage((message) => {
          const file = fileOf(message, request.params.index);
          return pictureAnswer(file);
        })(request),
    },
    { method: "GET", path: "/api/inbox/:id/source", handle: ofMessage(sourceAnswer) },
    {
      method: "GET",
      path: "/api/inbox/:id/raw",
      handle: ofMessage(({ raw }) => ({ body: raw, type: "text/plain; charset=utf-8" })),
    },
    {
      method: "GET",
      path: "/api/inbox/:id/message.eml",
      destinations: downloads,
      handle: ofMessage((message) =>
        download(message.raw, "message/rfc822", emlName(message.subject)),
      ),
    },
    {
      method: "GET",
      path: "/api/inbox/:id/attachments/:index",
      destinations: downloads,
      async handle(request) {
        return ofMessage((message) => {
          const file = fileOf(message, request.params.index);
          return download(file.content, file.contentType, file.filename);
        })(request);
      },
    },
  ];
}

/** @throws {Refusal} when the body says no mark */
function readMark(body: unknown): { readonly ids: readonly string[]; readonly read: boolean } {
  const { ids, read } = (body ?? {}) as Partial<Record<"ids" | "read", unknown>>;
  if (isIdList(ids) && typeof read === "boolean") return { ids, read };
  throw new Refusal(400, "Cannot mark: the body must be { ids: [id, …], read: true or false }");
}

/** @throws {Refusal} when the body names no messages */
function readIds(body: unknown): readonly string[] {
  const { ids } = (body ?? {}) as { readonly ids?: unknown };
  if (isIdList(ids)) return ids;
  throw new Refusal(400, "Cannot delete: the body must be { ids: [id, …] }");
}

function isIdList(ids: unknown): ids is readonly string[] {
  return Array.isArray(ids) && ids.every((id) => typeof id === "string");
}

function clear(inbox: Inbox, mailbox: string | null): void {
  if (mailbox === null) inbox.clear();
  else if (mailboxName.test(mailbox)) inbox.mailbox(mailbox).clear();
  // A stream may be called what no mailbox may.
  else
    for (const message of inbox.list()) if (message.mailbox === mailbox) inbox.delete(message.id);
}

function list(inbox: Inbox, summarize: Summarizer): InboxList {
  return {
    messages: inbox.list().map(summarize),
    smtpUrl: inbox.smtpUrl,
    evicted: inbox.evictedCount,
    capacity: inboxCapacity,
  };
}
