import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { readPort } from "./read-port.ts";

/** What was asked of `letterpress inbox`. What is `undefined` was not said. */
export interface InboxArguments {
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

/** `letterpress inbox`, described. */
export const inboxCommand = defineCommand({
  name: "inbox",
  summary: "Accept mail over SMTP and serve it to tests over HTTP, without any emails",
  about: `Accepts mail over SMTP and serves it to tests in any language over HTTP. Needs no project of emails. Where Vite is installed, the page of the inbox is served too. All listen on 127.0.0.1. The API describes itself at /api/v1/openapi.json; Postmark's own is at /postmark. Ends with Ctrl-C.`,
  options: {
    port: { value: "N", about: "Port of the page and the API", default: "8025" },
    "smtp-port": { value: "N", about: "Port of the SMTP server", default: "2525" },
    "inbox-dir": {
      value: "DIR",
      about: "Folder that mail is kept in",
      default: "in the project's cache with the page, else in memory",
      completes: "folder",
    },
    "no-inbox-dir": { about: "Keep mail in memory only" },
    webhook: {
      value: "URL",
      repeated: true,
      about: "Tell this address what happens to the mail, as Postmark does",
    },
    "no-page": { about: "Serve the API alone" },
    host: {
      value: "ADDRESS",
      about:
        "Address for the API to listen on; another than this machine's own needs --no-page, and a token in LETTERPRESS_INBOX_TOKEN",
    },
  },
  environment: { LETTERPRESS_INBOX_TOKEN: "the token that the API then asks for" },
  examples: [
    ["letterpress inbox", "SMTP at 2525, page and API at 8025"],
    ["letterpress inbox --no-page --port 0 --smtp-port 0", "the API alone, at free ports"],
  ],
});

/** Reads the arguments behind `letterpress inbox`. @throws {UsageError} that names the wrong one */
export function readInboxArguments(args: readonly string[]): InboxArguments {
  const { values } = parseCommand(inboxCommand, args);
  return {
    port: readPort(inboxCommand, "--port", values.port),
    smtpPort: readPort(inboxCommand, "--smtp-port", values["smtp-port"]),
    inboxFolder: values["no-inbox-dir"] ? false : values["inbox-dir"] || undefined,
    webhooks: values.webhook,
    page: !values["no-page"] && values.host === undefined,
    host: values.host,
  };
}
