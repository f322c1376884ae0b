import { randomBytes, randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { createPostmarkTransport } from "../transport/postmark-transport.ts";
import type { Arrival } from "./arrival.ts";
import { createLocalPostmark } from "./create-local-postmark.ts";
import { createFaultPlan } from "./faults/fault-plan.ts";
import { openKeptMail } from "./folder/open-kept-mail.ts";
import { heldBytes } from "./held-bytes.ts";
import { createContentHolder } from "./held-content.ts";
import type { Inbox } from "./inbox.ts";
import type { InboxOptions } from "./inbox-options.ts";
import { createInboxView, type StoreEvent } from "./inbox-view.ts";
import { createIntake } from "./intake.ts";
import { createMessageStore } from "./message-store.ts";
import { createLoginCheck, mailboxName, mailboxUserPrefix } from "./postmark/login.ts";
import { createStreamRegistry } from "./postmark/stream-registry.ts";
import { defaultStream } from "./postmark/streams.ts";
import { createSuppressions } from "./postmark/suppressions.ts";
import type { InboxProblem } from "./problem.ts";
import type { RawSource } from "./raw-source.ts";
import { readMessage } from "./read-message.ts";
import { createMessageReader } from "./reading/message-reader.ts";
import type { MessageContent } from "./reading/read-content.ts";
import { resolveInboxOptions } from "./resolve-options.ts";
import { createMessageSearch } from "./search-messages.ts";
import { createCertificate } from "./smtp/certificate.ts";
import { createConversations } from "./smtp/conversations.ts";
import { createSmtpFaults } from "./smtp/faults.ts";
import { smtpHost, startSmtpListener } from "./smtp/smtp-listener.ts";
import { createSubmit } from "./submit-message.ts";
import { createSubscriptions } from "./subscriptions.ts";

/**
 * Starts a local Postmark: a real SMTP server on 127.0.0.1 and the mailboxes behind it.
 *
 * Takes mail from any client, with or without STARTTLS and AUTH. By default any user and password
 * do, and each message says what the real Postmark would not take; with `mode: "strict"` it behaves
 * as the real one. Mail is kept in memory, or in a folder that outlives the process; the oldest goes first when a cap is passed, and the
 * `received` event says which. Mail to `fault.test` goes wrong on purpose, as the address says.
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
 * @throws {TypeError} when options contradict each other
 * @throws {Error} when the port is taken, with `code` "EADDRINUSE"; when another inbox uses the
 *   folder, with `code` "EBUSY"
 */
export async function createInbox(options: InboxOptions = {}): Promise<Inbox> {
  const resolved = resolveInboxOptions(options);
  const { clock, credentials, mode } = resolved;
  const store = createMessageStore(resolved);
  const events = createSubscriptions<StoreEvent>();
  const refusals = createSubscriptions<InboxProblem>();
  if (options.onRefusedLogin) refusals.subscribe(options.onRefusedLogin);
  const suppressions = createSuppressions(defaultStream, clock);
  const streams = createStreamRegistry(resolved.streams, clock);
  const faultPlan = createFaultPlan(options.faults);
  const conversations = createConversations(clock);
  const closed = new AbortController();
  // Every delayed reply and every waiter listens; more than ten at once are no leak.
  setMaxListeners(0, closed.signal);
  const mailboxPassword = randomBytes(12).toString("hex");
  const reader = createMessageReader();
  const server = { ...resolved, streams, suppressions, isRead: store.isRead };
  const contents = createContentHolder(resolved);
  const list = (arrival: Arrival, content: MessageContent, source: RawSource) => {
    const held = contents.hold(arrival, content, source);
    const message = readMessage(arrival, content, server, held);
    const evicted = store.add(message, heldBytes(arrival, content.parsed));
    events.emit({ type: "received", message, evicted });
  };
  events.subscribe(contents.follow);
  const folder = await openKeptMail({ ...options, reader, store, events, list });
  const sourceOf = ({ id, raw }: Arrival) => folder?.sourceOf(id) ?? { read: () => raw };
  const intake = createIntake({
    ...{ reader, keep: folder?.keep, clock },
    list: (arrival, content) => list(arrival, content, sourceOf(arrival)),
  });
  const submit = createSubmit({ reader, intake, server, clock });
  // After the folder's mail was listed: no one is told of it again.
  const local = createLocalPostmark({
    ...{ ...resolved, store, events, suppressions, streams, submit },
    closed: closed.signal,
  });

  const listener = await startSmtpListener({
    ...resolved,
    isStrict: mode === "strict",
    certificate: await createCertificate(),
    loginCheck: createLoginCheck({ mode, credentials, mailboxPassword }),
    faults: createSmtpFaults({ plan: faultPlan, clock, closed: closed.signal }),
    conversations,
    onRefusedLogin: refusals.emit,
    async receive(mail) {
      const id = randomUUID();
      const afterReply = await intake.take({ ...mail, id, receivedAt: new Date(clock.now()) });
      return { text: `Ok: queued as ${id}`, afterReply };
    },
  }).catch(async (error) => {
    reader.close();
    await folder?.close();
    throw error;
  });
  const host = `${smtpHost}:${listener.port}`;
  const search = createMessageSearch(reader);
  const shared = { store, events, clock, reader, search, closed: closed.signal };

  return {
    ...createInboxView({
      ...shared,
      smtpUrl: `smtp://${host}`,
      name: `smtp://${host}`,
      transport: () => createPostmarkTransport({ url: toUrl(host, toLogin(credentials[0])) }),
      holds: () => true,
    }),
    port: listener.port,
    get evictedCount() {
      return store.evictedCount;
    },
    ...local,
    mailbox(name) {
      if (!mailboxName.test(name)) {
        throw new RangeError(
          "Cannot open the mailbox: its name must be 1 to 64 letters, digits, '.', '_' and '-'",
        );
      }
      const smtpUrl = toUrl(host, [`${mailboxUserPrefix}${name}`, mailboxPassword]);
      return createInboxView({
        ...shared,
        smtpUrl,
        name: `the mailbox ${name} of smtp://${host}`,
        transport: () => createPostmarkTransport({ url: smtpUrl }),
        holds: ({ mailbox }) => mailbox === name,
      });
    },
    addFault: faultPlan.add,
    sessions: conversations.list,
    async close() {
      closed.abort(new Error("Cannot wait for the message: the inbox was closed"));
      reader.close();
      await folder?.close();
      await listener.close();
    },
  };
}

type UserAndPassword = readonly [user: string, password: string];

function toLogin(
  credential: NonNullable<InboxOptions["credentials"]>[number] | undefined,
): UserAndPassword | undefined {
  if (!credential) return undefined;
  return "serverToken" in credential
    ? [credential.serverToken, credential.serverToken]
    : [credential.accessKey, credential.secretKey];
}

function toUrl(host: string, login: UserAndPassword | undefined): string {
  const userInfo = login ? `${login.map(encodeURIComponent).join(":")}@` : "";
  return `smtp://${userInfo}${host}`;
}
