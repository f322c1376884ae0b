import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebhookHandler } from "../handler/webhook-handler.ts";
import { toRequest, writeResponse } from "./to-request.ts";

/**
 * The handler for Express 4 and 5. Put it before `express.json()`, which refuses bodies above 100 kB
 * with a status after which Postmark gives up; behind it, it works from what was parsed.
 *
 * @example
 * app.post("/webhooks/postmark", expressWebhook(handler));
 */
export function expressWebhook(
  handler: WebhookHandler,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { remoteAddress } = request.socket;
    await writeResponse(await handler(toRequest(request), { remoteAddress }), response);
  };
}
