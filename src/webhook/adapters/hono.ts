import type { WebhookHandler } from "../handler/webhook-handler.ts";

/** What is used of Hono's context. */
export interface HonoContext {
  readonly req: { readonly raw: Request };
  readonly env?: unknown;
}

/**
 * The handler for Hono. The address of the client is known on Node (`@hono/node-server`); elsewhere
 * the option `clientAddress` tells it.
 *
 * @example
 * app.post("/webhooks/postmark", honoWebhook(handler));
 */
export function honoWebhook(handler: WebhookHandler): (context: HonoContext) => Promise<Response> {
  return ({ req, env }) => handler(req.raw, { remoteAddress: addressOf(env) });
}

function addressOf(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as {
    readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  };
  return incoming?.socket?.remoteAddress;
}
