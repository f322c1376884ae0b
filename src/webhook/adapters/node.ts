import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebhookHandler } from "../handler/webhook-handler.ts";
import { toRequest, writeResponse } from "./to-request.ts";

/**
 * The handler for Node's `http`.
 *
 * @example
 * createServer(nodeWebhook(handler)).listen(3000);
 */
export function nodeWebhook(
  handler: WebhookHandler,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { remoteAddress } = request.socket;
    await writeResponse(await handler(toRequest(request), { remoteAddress }), response);
  };
}
