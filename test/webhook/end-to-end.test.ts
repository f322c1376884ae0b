import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPostmarkTransport, createSender, isDeliveryError } from "letterpress";
import type { Inbox, InboxMessage } from "letterpress/inbox";
import {
  createMemorySuppressionStore,
  createWebhookHandler,
  nodeWebhook,
  type WebhookEvent,
} from "letterpress/webhook";
import { expect, onTestFinished, test, vi } from "vitest";
import { openClient, openInbox } from "../inbox/open-inbox.ts";
import { credential } from "./handler/post.ts";

/** An app that sends into a local Postmark, and is told by it over HTTP what becomes of its mail. */
async function openApp() {
  const suppressions = createMemorySuppressionStore();
  const events: WebhookEvent[] = [];
  const handler = createWebhookHandler({
    credentials: credential,
    suppressions,
    onEvent: (event) => void events.push(event),
  });
  const server = createServer(nodeWebhook(handler));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { user: username, password } = credential;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  const inbox = await openInbox({
    mode: "strict",
    credentials: [{ serverToken: "local-token" }],
    webhooks: [{ url, auth: { username, password } }],
  });
  const auth = { user: "local-token", pass: "local-token" };
  const transport = createPostmarkTransport({
    url: inbox.smtpUrl.replace("smtp://", `smtp://${auth.user}:${auth.pass}@`),
  });
  const from = "Shop <orders@shop.example>";
  const sender = createSender({ transport, from, suppressions, stream: "broadcast" });
  onTestFinished(() => sender.close());
  const seen = (type: string, recipient: string, recordType?: string) =>
    vi.waitFor(
      () => {
        const found = events.find(
          (event) =>
            event.type === type &&
            event.recipient === recipient &&
            (recordType === undefined || event.recordType === recordType),
        );
        if (!found) throw new Error(`no ${type} of ${recipient}`);
        return found;
      },
      { timeout: 60_000, interval: 10 },
    );
  return { inbox, sender, events, seen, auth, from };
}

const unsubscribe = "Leave: {{{ pm:unsubscribe }}}";
const html = `<p>Hi <a href="https://shop.example/orders">Orders</a> <a href="{{{ pm:unsubscribe }}}">Leave</a></p>`;

function arrivedAt(inbox: Inbox, address: string): Promise<InboxMessage> {
  return inbox.waitFor((mail) => mail.to.some((to) => to.address === address));
}

test("an app sends, and is told what becomes of it: from the delivery to the address that is reactivated", async () => {
  const { inbox, sender, seen, auth, from } = await openApp();
  const ada = "ada@example.com";
  const tracking = { opens: true, links: "HtmlAndText" } as const;
  const message = { subject: "Hi", text: unsubscribe, html, tracking };

  // Delivered, by the id that the sender gave it.
  const { messageId } = await sender.send({ ...message, to: ada });
  const delivered = await seen("delivered", ada);
  expect(messageId).toContain(`<${delivered.correlationId}@`);
  expect(delivered).toMatchObject({ stream: "broadcast", test: false });

  // Opened and clicked.
  const { id } = await arrivedAt(inbox, ada);
  inbox.postmark.open(id);
  inbox.postmark.click(id);
  expect(await seen("opened", ada)).toMatchObject({ messageId: delivered.messageId });
  expect((await seen("clicked", ada)).link).toBe("https://shop.example/orders");

  // A hard bounce, after which nothing goes there.
  const nobody = "HardBounce@bounce-testing.postmarkapp.com";
  await sender.send({ ...message, to: nobody });
  expect((await seen("bounced", nobody, "Bounce")).bounce).toMatchObject({ type: "HardBounce" });
  const refused = await sender.send({ ...message, to: nobody }).catch((error: unknown) => error);
  expect(isDeliveryError(refused) && refused.kind).toBe("suppressed");
  expect(inbox.list()).toHaveLength(2);

  // What Postmark takes over SMTP and refuses later: a program that checks nothing before it sends.
  const client = openClient(inbox, { auth });
  await client.sendMail({
    ...{ from, to: "bob@example.com", subject: "Hi", text: "Hi" },
    headers: { "X-PM-Metadata-order": "x".repeat(90) },
  });
  expect((await seen("failed", "bob@example.com")).bounce).toMatchObject({ type: "SMTPApiError" });

  // A reader leaves the stream, and comes back.
  inbox.postmark.unsubscribe(id);
  await seen("unsubscribed", ada);
  const left = await sender.send({ ...message, to: ada }).catch((error: unknown) => error);
  expect(isDeliveryError(left) && left.rejected[0]?.suppression).toBe("unsubscribe");
  inbox.suppressions.delete(ada, { stream: "broadcast" });
  await seen("subscribed", ada);
  expect((await sender.send({ ...message, to: ada })).accepted).toEqual([ada]);
});

test("the local Postmark's own check of the webhook passes, and its test changes nothing", async () => {
  const { inbox, events } = await openApp();
  const [webhook] = inbox.postmark.webhooks.list();
  if (!webhook) throw new Error("no webhook");
  const probes = await inbox.postmark.webhooks.verify(webhook.id);
  expect(probes.length).toBeGreaterThan(5);
  expect(probes.filter(({ isRight }) => !isRight)).toEqual([]);
  expect(events.length).toBeGreaterThan(5);
  expect(events.filter((event) => !event.test)).toEqual([]);
});
