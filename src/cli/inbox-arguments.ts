import { parseOptions } from "./parse-options.ts";
import { readPort } from "./read-port.ts";

/** What was asked of `letterpress inbox`. What is `undefined` was not said. */
export interface InboxArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
  readonly port: number | undefined;
  readonly smtpPort: number | undefined;
  /** Folder that mail is kept in, relative to the working directory; `false`: in memory. */
  readonly inboxFolder: string | false | undefined;
  /** Addresses that are told what happens to the mail. */
  readonly webhooks: readonly string[] | undefined;
  /** Whether the page is served too. */
  readonly page: boolean;
  /** Address that the API listens on. */
  readonly host: string | undefined;
}

/** What `letterpress inbox --help` prints. */
export const inboxUsage = `Usage: letterpress inbox [options]

Takes mail over SMTP and gives it to tests in any language over HTTP, without a project of emails.
Where Vite is installed, the page of the inbox is served too. All listen on 127.0.0.1. The API
describes itself at /api/v1/openapi.json; Postmark's own is at /postmark. Ends with Ctrl-C.

Options
  --port N       Port of the page and the API  default: 8025
  --smtp-port N  Port of the SMTP server       default: 2525
  --inbox-dir D  Folder that mail is kept in   default: in the project's cache with the page,
                                               else in memory
  --no-inbox-dir Keep mail in memory only
  --webhook URL  Tell this address what happens to the mail, as Postmark does; may be repeated
  --no-page      Serve the API alone
  --host ADDRESS Address for the API to listen on; another than this machine's own needs
                 --no-page, and a token in LETTERPRESS_INBOX_TOKEN
  --help         Show this`;

/** Reads the arguments behind `letterpress inbox`. @throws {UsageError} that names the wrong one */
export function readInboxArguments(args: readonly string[]): InboxArguments {
  const values = parseOptions("inbox", inboxUsage, args, {
    port: { type: "string" },
    "smtp-port": { type: "string" },
    "inbox-dir": { type: "string" },
    "no-inbox-dir": { type: "boolean" },
    webhook: { type: "string", multiple: true },
    "no-page": { type: "boolean" },
    host: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  const read = readPort("inbox", inboxUsage);
  return {
    help: values.help ?? false,
    port: read("--port", values.port),
    smtpPort: read("--smtp-port", values["smtp-port"]),
    inboxFolder: values["no-inbox-dir"] ? false : values["inbox-dir"] || undefined,
    webhooks: values.webhook,
    page: !values["no-page"] && values.host === undefined,
    host: values.host,
  };
}
