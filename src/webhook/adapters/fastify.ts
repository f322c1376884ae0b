import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebhookHandler } from "../handler/webhook-handler.ts";
import { toRequest, writeResponse } from "./to-request.ts";

/** What is used of Fastify's request. */
export interface FastifyWebhookRequest {
  readonly raw: IncomingMessage;
  readonly body?: unknown;
}

/** What is used of Fastify's reply. */
export interface FastifyWebhookReply {
  readonly raw: ServerResponse;
  hijack(): unknown;
}

/**
 * The handler for Fastify 4 and 5. Fastify has parsed the body by then; give the route a
 * `bodyLimit` of 16 MiB, since it refuses longer ones than 1 MiB with a status after which Postmark
 * gives up.
 *
 * @example
 * app.post("/webhooks/postmark", { bodyLimit: 16 * 1024 * 1024 }, fastifyWebhook(handler));
 */
export function fastifyWebhook(
  handler: WebhookHandler,
): (request: FastifyWebhookRequest, reply: FastifyWebhookReply) => Promise<void> {
  return async ({ raw, body }, reply) => {
    const { remoteAddress } = raw.socket;
    // From here on the answer is ours, and Fastify writes none of its own.
    reply.hijack();
    const request = toRequest(Object.assign(raw, { body }));
    await writeResponse(await handler(request, { remoteAddress }), reply.raw);
  };
}
