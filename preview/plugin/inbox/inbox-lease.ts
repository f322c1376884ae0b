import type { InlineConfig } from "vite";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { LetterpressInbox } from "../render/letterpress.ts";

/** An inbox that outlives a restart of Vite, its messages and its port with it. */
export interface InboxLease {
  readonly inbox: Promise<Inbox>;
  /** Closes the inbox, unless Vite only restarts and the next server takes it over. */
  release(reason: "restart" | "close"): Promise<void>;
}

interface Held {
  readonly smtpPort: number | undefined;
  readonly inbox: Promise<Inbox>;
}

const defaultSmtpPort = 2525;
/** When the default port is taken, so many after it are tried. */
const portsTried = 20;

/** Restarted servers share their inline config, and nothing else: this file is loaded anew too. */
const heldBy = Symbol.for("letterpress.preview.inboxes");

/**
 * Opens the inbox of a dev server.
 *
 * @param smtpPort a port that was asked for; otherwise 2525, or the next free one
 */
export function leaseInbox(
  config: InlineConfig,
  smtpPort: number | undefined,
  load: () => Promise<LetterpressInbox>,
): InboxLease {
  const all = registry();
  const earlier = all.get(config);
  const held =
    earlier && earlier.smtpPort === smtpPort ? earlier : { smtpPort, inbox: open(smtpPort, load) };
  all.set(config, held);
  held.inbox.catch(() => undefined);
  return {
    inbox: held.inbox,
    async release(reason) {
      if (reason === "restart" && registry().get(config) === held) return;
      if (registry().get(config) === held) registry().delete(config);
      const inbox = await held.inbox.catch(() => undefined);
      await inbox?.close();
    },
  };
}

function registry(): WeakMap<InlineConfig, Held> {
  const holder = globalThis as { [heldBy]?: WeakMap<InlineConfig, Held> };
  holder[heldBy] ??= new WeakMap();
  return holder[heldBy];
}

async function open(
  smtpPort: number | undefined,
  load: () => Promise<LetterpressInbox>,
): Promise<Inbox> {
  const { createInbox } = await load();
  if (smtpPort !== undefined) {
    return createInbox({ port: smtpPort }).catch((cause) => {
      if (!isPortTaken(cause)) throw cause;
      throw new Error(
        `Cannot start the inbox: SMTP port ${smtpPort} is in use; stop what listens there, or choose another with --smtp-port`,
        { cause },
      );
    });
  }
  for (let port = defaultSmtpPort; ; port += 1) {
    try {
      return await createInbox({ port });
    } catch (error) {
      if (!isPortTaken(error) || port >= defaultSmtpPort + portsTried) throw error;
    }
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
