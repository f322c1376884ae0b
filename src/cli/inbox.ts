import { resolve } from "node:path";
import type { InboxArguments } from "./inbox-arguments.ts";
import { startPreview } from "./start-preview.ts";
import { untilTold } from "./until-told.ts";
import { packageVersion } from "./version.ts";

const usualPort = 8025;
const usualSmtpPort = 2525;

/** An inbox that is running. */
interface RunningInbox {
  readonly smtpUrl: string;
  /** Address of the page; `undefined` where there is none. */
  readonly page: string | undefined;
  readonly api: string;
  /** Where Postmark's own API is. */
  readonly postmark: string;
  close(): Promise<void>;
}

/** Serves an inbox alone until it is told to end. @returns the exit code */
export async function inbox({ ...options }: InboxArguments): Promise<number> {
  const ended = untilTold();
  const running =
    options.page && (await hasVite()) ? await openWithPage(options) : await openAlone(options);
  console.log(`\n  Letterpress inbox ${packageVersion()}\n`);
  console.log(`  SMTP  ${running.smtpUrl}`);
  if (running.page !== undefined) console.log(`  Page  ${running.page}`);
  console.log(`  API   ${running.api}, described at ${running.api}/openapi.json`);
  console.log(`  Postmark's own API at ${running.postmark}`);
  console.log("\n  Ends with Ctrl-C.\n");
  await ended;
  await running.close();
  return 0;
}

type Options = InboxArguments;

async function openWithPage({
  port,
  smtpPort,
  inboxFolder,
  webhooks,
}: Options): Promise<RunningInbox> {
  const preview = await startPreview(process.cwd(), {
    ...{ port: port ?? usualPort, smtpPort: smtpPort ?? usualSmtpPort, inboxFolder },
    ...{ emails: undefined, open: false, config: false, webhooks },
  });
  try {
    return {
      smtpUrl: (await preview.smtpUrl()) ?? "",
      page: new URL("inbox", preview.url).href,
      api: new URL("api/v1", preview.url).href,
      postmark: new URL("postmark", preview.url).href,
      close: preview.close,
    };
  } catch (error) {
    await preview.close();
    throw error;
  }
}

async function openAlone({
  port,
  smtpPort,
  inboxFolder,
  host,
  webhooks,
}: Options): Promise<RunningInbox> {
  // Loaded here, since no other command needs it.
  const { createInbox, serveInboxApi } = await import("../inbox/index.ts");
  const mail = await createInbox({
    port: smtpPort ?? usualSmtpPort,
    folder: inboxFolder ? resolve(inboxFolder) : undefined,
    webhooks,
  });
  const token = process.env.LETTERPRESS_INBOX_TOKEN || undefined;
  try {
    const api = await serveInboxApi(mail, { port: port ?? usualPort, host, token });
    return {
      ...{ smtpUrl: mail.smtpUrl, page: undefined, api: api.url, postmark: api.postmarkUrl },
      async close() {
        await api.close();
        await mail.close();
      },
    };
  } catch (error) {
    await mail.close();
    throw error;
  }
}

async function hasVite(): Promise<boolean> {
  return import("vite").then(
    () => true,
    () => false,
  );
}
