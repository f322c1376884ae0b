import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import { hideFromGit } from "../inbox/inbox-folder.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import { createOwnSender } from "./own-sender.ts";
import { receiveWebhooks } from "./webhook-receiver.ts";

/** The preview's own outbox: a worker in it hands over to the inbox, whose webhooks come back. */
export interface OwnOutbox {
  /** Starts it, once. @throws {OutboxError} that says why it cannot be; the next call tries again */
  open(): Promise<Outbox>;
  /** Starts it too; the outbox where it works within a moment, `undefined` otherwise. */
  soon(): Promise<Outbox | undefined>;
  close(): Promise<void>;
}

/** What it needs. */
export interface OwnOutboxOptions {
  readonly place: OutboxPlace;
  /** The project's folder. */
  readonly root: string;
  readonly inbox: () => Promise<Inbox>;
  /** Told of each change of a message. */
  readonly onChange: () => void;
}

/** So long a Send waits for an outbox that is about to be there. */
const patienceMs = 3_000;

/** A preview sends by hand; more at once would only show less. */
const concurrency = 2;

interface Running {
  readonly outbox: Outbox;
  close(): Promise<void>;
}

/** Creates it; nothing starts before it is opened. */
export function createOwnOutbox(options: OwnOutboxOptions): OwnOutbox {
  let running: Promise<Running> | undefined;
  let isClosed = false;

  function start(): Promise<Running> {
    if (isClosed) return Promise.reject(new Error("The preview has ended"));
    running ??= run(options).catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  }

  return {
    open: async () => (await start()).outbox,
    soon: async () => {
      const outbox = start().then(
        (known) => known.outbox,
        () => undefined,
      );
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, patienceMs, undefined);
      });
      return Promise.race([outbox, late]).finally(() => clearTimeout(timer));
    },
    async close() {
      isClosed = true;
      const known = await running?.catch(() => undefined);
      await known?.close();
    },
  };
}

async function run({ place, root, inbox: openInbox, onChange }: OwnOutboxOptions) {
  const [{ createOutbox }, inbox] = await Promise.all([
    import("../../../src/outbox/create-outbox.ts"),
    openInbox(),
  ]);
  hideFromGit(root, place.url.slice("embedded:".length));
  const sender = await createOwnSender(inbox.smtpUrl);
  const { url, schema } = place;
  const outbox = createOutbox({ url, schema, sender, onEvent: onChange });
  const ending = new AbortController();
  try {
    await outbox.ready();
  } catch (error) {
    await outbox.close();
    throw error;
  }
  const receiver = await receiveWebhooks(outbox);
  const webhook = inbox.postmark.webhooks.add({ url: receiver.url });
  const working = outbox.work({ concurrency, signal: ending.signal }).catch(() => undefined);
  return {
    outbox,
    async close() {
      inbox.postmark.webhooks.delete(webhook.id);
      ending.abort();
      await working;
      await receiver.close();
      await outbox.close();
      await sender.close();
    },
  };
}
