import type { WebhookEventType } from "../webhook/event.ts";
import type { WebhookFilter, WebhookStatus } from "../webhook/store/webhook-store.ts";
import { parseWords } from "./parse-options.ts";
import { readTimeArgument } from "./read-time-argument.ts";
import { UsageError } from "./usage-error.ts";

/** What was asked of `letterpress webhooks`. */
export interface WebhooksArguments {
  readonly help: boolean;
  readonly action: "list" | "show" | "replay";
  readonly filter: WebhookFilter;
  readonly store: string | undefined;
  readonly schema: string | undefined;
  readonly json: boolean;
  /** Where to replay to. */
  readonly url: string | undefined;
  /** Header that the secret goes in. */
  readonly header: string | undefined;
}

/** What `letterpress webhooks --help` prints. */
export const webhooksUsage = `Usage: letterpress webhooks [list] [options]
       letterpress webhooks show ID [--store S] [--json]
       letterpress webhooks replay [ID…] --url URL [options]

Lists the webhooks that an app has written down, shows one with its body, or
posts them to the app once more: those that failed, unless options say which. The app handles a
replayed one even if it was done before.

Options
  --status S       handling, done or failed
  --type T         delivered, bounced, deferred, complained, opened, clicked, subscribed,
                   unsubscribed, rejected, autoresponded, failed or unknown
  --recipient A    Address that it tells of
  --since TIME     Received at this time or later: 2h, 7d, 2026-11-26, 2026-11-26T09:30:00Z
  --until TIME     Received before this time
  --store S        Folder of the store, or the address of the outbox's database (postgres://…,
                   embedded:…)                    default: LETTERPRESS_STORE, or .letterpress
  --schema S       Schema in the database         default: letterpress
  --json           A line of JSON for each
  --url URL        Where the app takes webhooks, with user:password@ where it asks for them
                                                  default: LETTERPRESS_WEBHOOK_URL
  --header NAME    Header that the app asks for; its secret is in LETTERPRESS_WEBHOOK_SECRET
  --help           Show this`;

const statuses: readonly string[] = ["handling", "done", "failed"] satisfies WebhookStatus[];
const types: readonly string[] = [
  ...["delivered", "bounced", "deferred", "complained", "opened", "clicked", "subscribed"],
  ...["unsubscribed", "rejected", "autoresponded", "failed", "unknown"],
];

/** Reads the arguments behind `letterpress webhooks`. @throws {UsageError} that names the wrong one */
export function readWebhooksArguments(args: readonly string[]): WebhooksArguments {
  const { values, positionals } = parseWords("webhooks", webhooksUsage, args, {
    status: { type: "string" },
    type: { type: "string" },
    recipient: { type: "string" },
    since: { type: "string" },
    until: { type: "string" },
    store: { type: "string" },
    schema: { type: "string" },
    json: { type: "boolean" },
    url: { type: "string" },
    header: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  const [action = "list", ...ids] = positionals;
  const help = values.help ?? false;
  if (action !== "list" && action !== "show" && action !== "replay") {
    throw wrong(`"${action}" is none of list, show and replay`);
  }
  if (action === "list" && ids.length > 0) throw wrong(`"${ids[0]}" is too much`);
  if (action === "show" && ids.length !== 1 && !help) throw wrong("show takes one id");
  const isReplayOfAll = action === "replay" && ids.length === 0;
  const filter: WebhookFilter = {
    ...(ids.length > 0 && { ids }),
    status: oneOf("--status", values.status, statuses) as WebhookStatus | undefined,
    type: oneOf("--type", values.type, types) as WebhookEventType | undefined,
    recipient: values.recipient,
    since: readTimeArgument("--since", values.since, webhooksUsage),
    until: readTimeArgument("--until", values.until, webhooksUsage),
  };
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const url = values.url ?? (process.env.LETTERPRESS_WEBHOOK_URL || undefined);
  if (action === "replay" && url === undefined && !help) throw wrong("replay needs --url");
  return {
    ...{
      help,
      action,
      store: values.store,
      schema: values.schema,
      json: values.json ?? false,
      url,
    },
    filter: isReplayOfAll && !isNarrowed ? { status: "failed" } : filter,
    header: values.header,
  };
}

function oneOf(option: string, value: string | undefined, known: readonly string[]) {
  if (value === undefined || known.includes(value)) return value;
  throw wrong(`${option} is "${value}", none of ${known.join(", ")}`);
}

function wrong(problem: string): UsageError {
  return new UsageError(`Cannot run webhooks: ${problem}`, webhooksUsage);
}
