import type { InlineConfig } from "vite";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { InboxWebhook } from "../../../src/inbox/webhooks/webhook-options.ts";
import type { LetterpressInbox } from "../../thread/letterpress.ts";
import { hideFromGit } from "./inbox-folder.ts";
import { findSmtpPort } from "./smtp-port.ts";

/** An inbox that outlives a restart of Vite, its messages and its port with it. */
export interface InboxLease {
  /** Where it listens, or will: `smtp://127.0.0.1:2525`. */
  readonly smtpUrl: string;
  /** Starts the inbox, if it does not run yet. @throws {Error} when its port was taken meanwhile */
  open(): Promise<Inbox>;
  /** The inbox once it runs. Waiting for it starts nothing. */
  readonly opened: Promise<Inbox>;
  /** Closes the inbox, unless Vite only restarts and the next server takes it over. */
  release(reason: "restart" | "close"): Promise<void>;
}

/** Where an inbox keeps its mail. */
export interface KeptMail {
  /** The project's folder. */
  readonly root: string;
  /** `undefined`: in memory. */
  readonly folder: string | undefined;
  /** Told of what in the folder is damaged, or why it cannot be used. */
  readonly tell: (problem: string) => void;
  /** Who is told of what happens to it. */
  readonly webhooks: readonly InboxWebhook[];
  readonly webhookMinuteMs: number | undefined;
}

interface Held extends Omit<InboxLease, "release"> {
  /** Puts these webhooks in the place of those of the options before. */
  setWebhooks(webhooks: readonly InboxWebhook[]): void;
  readonly wanted: number | undefined;
  close(): Promise<void>;
}

/** Restarted servers share their inline config, and nothing else: this file is loaded anew too. */
const heldBy = Symbol.for("letterpress.preview.inboxes");

/**
 * Takes a port for the inbox of a dev server; the inbox itself is loaded when it is opened.
 *
 * @param wanted a port that was asked for; otherwise 2525, or the next free one
 * @param kept where mail is kept; in memory when another preview keeps its own there
 * @throws {Error} when the port that was asked for is in use
 */
export async function leaseInbox(
  config: InlineConfig,
  wanted: number | undefined,
  kept: KeptMail,
  load: () => Promise<LetterpressInbox>,
): Promise<InboxLease> {
  const earlier = registry().get(config);
  const held =
    earlier && earlier.wanted === wanted
      ? earlier
      : hold(wanted, await findSmtpPort(wanted), kept, load);
  registry().set(config, held);
  held.setWebhooks(kept.webhooks);
  return {
    smtpUrl: held.smtpUrl,
    open: held.open,
    opened: held.opened,
    async release(reason) {
      const isCurrent = registry().get(config) === held;
      if (isCurrent && reason === "restart") return;
      if (isCurrent) registry().delete(config);
      await held.close();
    },
  };
}

function registry(): WeakMap<InlineConfig, Held> {
  const holder = globalThis as { [heldBy]?: WeakMap<InlineConfig, Held> };
  holder[heldBy] ??= new WeakMap();
  return holder[heldBy];
}

function hold(
  wanted: number | undefined,
  port: number,
  { root, folder, tell, webhookMinuteMs }: KeptMail,
  load: () => Promise<LetterpressInbox>,
): Held {
  let inbox: Promise<Inbox> | undefined;
  let wantedWebhooks: readonly InboxWebhook[] = [];
  let ownWebhooks: readonly number[] = [];
  let begin = (_: Promise<Inbox>) => {};
  const opened = new Promise<Inbox>((resolve) => {
    begin = resolve;
  });
  // Told to whoever waits for it; otherwise it is no one's unhandled rejection.
  opened.catch(() => undefined);

  function applyWebhooks({ postmark: { webhooks } }: Inbox): void {
    for (const id of ownWebhooks) webhooks.delete(id);
    ownWebhooks = wantedWebhooks.map((webhook) => webhooks.add(webhook).id);
  }

  async function start(): Promise<Inbox> {
    const started = await create();
    applyWebhooks(started);
    return started;
  }

  async function create(): Promise<Inbox> {
    const { createInbox } = await load();
    try {
      if (folder !== undefined) hideFromGit(root, folder);
      return await createInbox({ port, folder, onFolderProblem: tell, webhookMinuteMs });
    } catch (error) {
      if (!hasCode(error, folderErrors)) throw error;
      tell(`${(error as Error).message}. Mail is kept in memory until this preview ends`);
      return createInbox({ port, webhookMinuteMs });
    }
  }

  return {
    wanted,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    opened,
    setWebhooks(webhooks) {
      wantedWebhooks = webhooks;
      // One that does not run yet gets them at its start.
      void inbox?.then(applyWebhooks, () => undefined);
    },
    open() {
      if (!inbox) {
        inbox = start();
        begin(inbox);
      }
      return inbox;
    },
    async close() {
      const running = await inbox?.catch(() => undefined);
      await running?.close();
    },
  };
}

/** Another inbox uses the folder, or it cannot be written to. */
const folderErrors = ["EBUSY", "EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"];

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
