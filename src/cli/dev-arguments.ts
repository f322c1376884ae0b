import { parseOptions } from "./parse-options.ts";
import { readPort } from "./read-port.ts";
import { devUsage } from "./usage.ts";

/** What was asked of `letterpress dev`. What is `undefined` was not said. */
export interface DevArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
  readonly port: number | undefined;
  readonly smtpPort: number | undefined;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** Folder that mail is kept in, relative to the working directory; `false`: in memory. */
  readonly inboxFolder: string | false | undefined;
  /** Addresses that are told what happens to the mail. */
  readonly webhooks: readonly string[] | undefined;
  /** Whether to open the browser. */
  readonly open: boolean;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** Reads the arguments behind `letterpress dev`. @throws {UsageError} that names the wrong one */
export function readDevArguments(args: readonly string[]): DevArguments {
  const values = parseOptions("dev", devUsage, args, {
    port: { type: "string" },
    "smtp-port": { type: "string" },
    emails: { type: "string" },
    "inbox-dir": { type: "string" },
    "no-inbox-dir": { type: "boolean" },
    webhook: { type: "string", multiple: true },
    open: { type: "boolean" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const read = readPort("dev", devUsage);
  return {
    help: values.help ?? false,
    port: read("--port", values.port),
    smtpPort: read("--smtp-port", values["smtp-port"]),
    emails: values.emails,
    inboxFolder: values["no-inbox-dir"] ? false : values["inbox-dir"] || undefined,
    webhooks: values.webhook,
    open: values.open ?? false,
    config: values["no-config"] ? false : values.config,
  };
}
