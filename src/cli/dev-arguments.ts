import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { readPort } from "./read-port.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";

/** What was asked of `letterpress dev`. What is `undefined` was not said. */
export interface DevArguments {
  readonly port: number | undefined;
  readonly smtpPort: number | undefined;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** Folder that mail is kept in, relative to the working directory; `false`: in memory. */
  readonly inboxFolder: string | false | undefined;
  /** Addresses that are told what happens to the mail. */
  readonly webhooks: readonly string[] | undefined;
  /** The outbox that Activity shows: a database, or `embedded`. */
  readonly outbox?: { readonly url: string; readonly schema: string | undefined } | undefined;
  /** Address at which phones reach the emails; `auto`: the one on the network. */
  readonly phone?: string | undefined;
  /** Whether to open the browser. */
  readonly open: boolean;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** `letterpress dev`, described. */
export const devCommand = defineCommand({
  name: "dev",
  summary: "Serve the preview of this project's emails, with an inbox beside it",
  about: `Serves the preview of the emails in this folder, and an inbox that takes mail over SMTP. Both listen on 127.0.0.1 only; --host opens a third port for phones, which see emails and nothing else. Ends with Ctrl-C.`,
  options: {
    port: { value: "N", about: "Port of the preview", default: "5173, or the next free one" },
    "smtp-port": { value: "N", about: "Port of the inbox", default: "2525, or the next free one" },
    "inbox-dir": {
      value: "DIR",
      about: "Folder that mail is kept in",
      default: "in the project's cache",
      completes: "folder",
    },
    "no-inbox-dir": { about: "Keep mail in memory only" },
    webhook: {
      value: "URL",
      repeated: true,
      about: "Tell this address what happens to the inbox's mail, as Postmark does",
    },
    outbox: {
      value: "URL",
      about:
        "The outbox that Activity shows: postgres://…, embedded:DIR, or embedded for one of the preview's own, which Send goes through",
      default: "DATABASE_URL",
    },
    "outbox-schema": { value: "NAME", about: "Schema of its tables", default: "letterpress" },
    host: {
      value: "ADDRESS",
      bare: "auto",
      about:
        "Let phones on the same network look at emails, by a QR code in the preview; --host=ADDRESS chooses one of this machine's addresses",
    },
    open: { about: "Open the preview in the browser" },
    ...projectOptions,
  },
  examples: [
    ["letterpress dev", "the preview and the inbox"],
    ["letterpress dev --port 4000 --smtp-port 4025 --open", "at ports of your choice"],
    ["letterpress dev --webhook http://127.0.0.1:3000/webhooks", "with webhooks to your own app"],
    ["letterpress dev --outbox embedded", "with an outbox, to see what becomes of each message"],
    ["letterpress dev --host", "with emails on your phone"],
  ],
});

/** Reads the arguments behind `letterpress dev`. @throws {UsageError} that names the wrong one */
export function readDevArguments(args: readonly string[]): DevArguments {
  const { values } = parseCommand(devCommand, args);
  return {
    port: readPort(devCommand, "--port", values.port),
    smtpPort: readPort(devCommand, "--smtp-port", values["smtp-port"]),
    emails: values.emails,
    inboxFolder: values["no-inbox-dir"] ? false : values["inbox-dir"] || undefined,
    webhooks: values.webhook,
    outbox: values.outbox ? { url: values.outbox, schema: values["outbox-schema"] } : undefined,
    phone: values.host,
    open: values.open ?? false,
    config: viteConfigOf(values),
  };
}
