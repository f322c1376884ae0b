import type { WebhookHandler } from "../handler/webhook-handler.ts";

/**
 * The handler for a route of Next's app router. The address of the client is not known there; the
 * option `clientAddress` tells it out of a header.
 *
 * @example
 * // app/webhooks/postmark/route.ts
 * export const POST = nextWebhook(handler);
 */
export function nextWebhook(handler: WebhookHandler): (request: Request) => Promise<Response> {
  return (request) => handler(request);
}
