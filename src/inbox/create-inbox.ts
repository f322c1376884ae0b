import { randomUUID } from "node:crypto";
import { systemClock } from "../clock.ts";
import { createPostmarkTransport } from "../transport/postmark-transport.ts";
import { createCertificate } from "./certificate.ts";
import type { Inbox, InboxEvent, InboxMessage, InboxOptions } from "./inbox.ts";
import { createMailbox } from "./mailbox.ts";
import { parseMessage } from "./parse-message.ts";
import { resolveInboxOptions } from "./resolve-options.ts";
import { type ReceivedMail, smtpHost, startSmtpListener } from "./smtp-listener.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { waitForMessage } from "./wait-for.ts";

/**
 * Starts a local Postmark: a real SMTP server on 127.0.0.1 and the mailbox behind it.
 *
 * Takes mail from any client, with or without STARTTLS and AUTH, and any user and password. Keeps
 * it in memory; the oldest go first when a cap is passed, and the `received` event says which.
 *
 * @example
 * ```ts
 * const inbox = await createInbox({ port: 0 });
 * const sender = createSender({ transport: inbox.transport(), from: "shop@example.com" });
 * await sender.send({ email, props, to: "ada@example.com" });
 * const mail = await inbox.waitFor((message) => message.subject === "Welcome");
 * await inbox.close();
 * ```
 *
 * @throws {RangeError} when an option is out of its range
 * @throws {Error} when the port is taken, with `code` "EADDRINUSE"
 */
export async function createInbox(options: InboxOptions = {}): Promise<Inbox> {
  const { port, clock = systemClock, ...caps } = resolveInboxOptions(options);
  const mailbox = createMailbox(caps);
  const events = createSubscriptions<InboxEvent>();
  const closed = new AbortController();

  async function receive({ envelope, raw }: ReceivedMail): Promise<string> {
    const parsed = await parseMessage(raw);
    const message: InboxMessage = {
      id: randomUUID(),
      mailbox: streamOf(parsed.headers),
      envelope,
      ...parsed,
      raw,
      sizeBytes: raw.length,
      receivedAt: new Date(clock.now()),
    };
    const evicted = mailbox.add(message);
    events.emit({ type: "received", message, evicted });
    return `Ok: queued as ${message.id}`;
  }

  const listener = await startSmtpListener({
    port,
    maxMessageBytes: caps.maxMessageBytes,
    certificate: await createCertificate(),
    receive,
  });
  const smtpUrl = `smtp://${smtpHost}:${listener.port}`;

  function remove(ids: readonly string[]): boolean {
    const removed = ids.filter((id) => mailbox.delete(id));
    if (removed.length > 0) events.emit({ type: "removed", ids: removed });
    return removed.length > 0;
  }

  return {
    smtpUrl,
    port: listener.port,
    get evictedCount() {
      return mailbox.evictedCount;
    },
    transport: () => createPostmarkTransport({ url: smtpUrl }),
    list: () => [...mailbox.values()].reverse(),
    get: (id) => mailbox.get(id),
    waitFor: (predicate, waitOptions) =>
      waitForMessage(
        {
          present: mailbox.values(),
          onMessage: (tell) =>
            events.subscribe((event) => event.type === "received" && tell(event.message)),
          closed: closed.signal,
          smtpUrl,
          clock,
        },
        predicate,
        waitOptions,
      ),
    delete: (id) => remove([id]),
    clear: () => void remove([...mailbox.values()].map(({ id }) => id)),
    subscribe: events.subscribe,
    async close() {
      closed.abort(new Error("Cannot wait for the message: the inbox was closed"));
      await listener.close();
    },
  };
}

/** Postmark's default transactional stream, used when a message names none. */
const defaultStream = "outbound";

function streamOf(headers: InboxMessage["headers"]): string {
  const header = headers.find(({ name }) => name.toLowerCase() === "x-pm-message-stream");
  return header?.value || defaultStream;
}
