/** An Express app that takes webhooks, with our handler or by hand: `app.ts letterpress | "by hand"`. Prints its port. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import express from "express";
import { createWebhookHandler, expressWebhook } from "letterpress/webhook";
import { basic, options } from "../../webhook/handler/post.ts";

const seen = new Set<string>();
const app = express();

if (process.argv[2] === "letterpress") {
  app.post(
    "/webhooks",
    expressWebhook(
      createWebhookHandler(options({ onEvent: ({ messageId }) => void seen.add(messageId ?? "") })),
    ),
  );
} else {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const expected = digest(basic());
  app.post("/webhooks", express.json(), (request, response) => {
    if (!timingSafeEqual(digest(request.get("authorization") ?? ""), expected)) {
      return void response.status(401).end();
    }
    switch (request.body.RecordType) {
      case "Delivery":
      case "Bounce":
      case "SpamComplaint":
        seen.add(request.body.MessageID);
        break;
      default:
        return void response.status(400).end();
    }
    response.json({ ok: true });
  });
}
const server = app.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
