import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Outbox } from "../../../src/outbox/outbox.ts";

/** An address that takes the inbox's webhooks for an outbox. */
export interface WebhookReceiver {
  /** With the password that it asks for. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine, as an app would have it. */
export async function receiveWebhooks(outbox: Outbox): Promise<WebhookReceiver> {
  const [{ createWebhookHandler }, { nodeWebhook }] = await Promise.all([
    import("../../../src/webhook/handler/create-webhook-handler.ts"),
    import("../../../src/webhook/adapters/node.ts"),
  ]);
  const password = randomUUID();
  const handler = createWebhookHandler({
    credentials: { user: "activity", password },
    onEvent: (event) => outbox.record(event),
    store: outbox.webhookStore,
    suppressions: outbox.suppressionStore,
  });
  const server = createServer(nodeWebhook(handler)).listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://activity:${password}@127.0.0.1:${port}/activity`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
