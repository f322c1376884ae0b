import { didYouMean } from "../build/nearest.ts";
import type { WebhookFilter } from "../webhook/store/webhook-store.ts";
import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { readTimeArgument } from "./read-time-argument.ts";
import { storeOptions } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

/** What was asked of `letterpress webhooks`. */
export interface WebhooksArguments {
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

/** `letterpress webhooks`, described. */
export const webhooksCommand = defineCommand({
  name: "webhooks",
  summary: "List, show and replay the webhooks that an app received",
  about: `Lists the webhooks that an app has stored, shows one with its body, or posts them to the app again: by default those that failed. The app handles a replayed one even if it was done before.`,
  actions: {
    list: { about: "Those that the options choose; what an empty line does" },
    show: { words: "ID", about: "One, with its body" },
    replay: { words: "[ID…]", about: "Post them to the app once more" },
  },
  options: {
    status: {
      value: "STATUS",
      choices: ["handling", "done", "failed"],
      about: "How far the app came",
    },
    type: {
      value: "TYPE",
      choices: [
        ...(["delivered", "bounced", "deferred", "complained", "opened", "clicked"] as const),
        ...(["subscribed", "unsubscribed", "rejected", "autoresponded", "failed"] as const),
        "unknown",
      ],
      about: "What it tells of",
    },
    recipient: { value: "ADDRESS", about: "Address that it tells of" },
    since: {
      value: "TIME",
      about: "Received at this time or later: 2h, 7d, 2026-11-26, 2026-11-26T09:30:00Z",
    },
    until: { value: "TIME", about: "Received before this time" },
    ...storeOptions,
    json: { about: "A line of JSON for each" },
    url: {
      value: "URL",
      about: "Where the app takes webhooks, with user:password@ where it asks for them",
      default: "LETTERPRESS_WEBHOOK_URL",
    },
    header: {
      value: "NAME",
      about: "Header that the app asks for; its secret is in LETTERPRESS_WEBHOOK_SECRET",
    },
  },
  environment: {
    LETTERPRESS_STORE: "the store, where --store is not given",
    LETTERPRESS_WEBHOOK_URL: "where the app takes webhooks",
    LETTERPRESS_WEBHOOK_SECRET: "what goes into the header that --header names",
  },
  exitCodes: { 1: "there is no such webhook, one failed again, or it could not be read" },
  examples: [
    ["letterpress webhooks --status failed --since 2h", "what went wrong lately"],
    ["letterpress webhooks show 01J9Z…", "one with its body"],
    [
      "letterpress webhooks replay --url http://127.0.0.1:3000/webhooks",
      "all that failed, once more",
    ],
  ],
});

/** Reads the arguments behind `letterpress webhooks`. @throws {UsageError} that names the wrong one */
export function readWebhooksArguments(args: readonly string[]): WebhooksArguments {
  const { values, words } = parseCommand(webhooksCommand, args);
  const [action = "list", ...ids] = words;
  const wrong = (problem: string) => misuse(webhooksCommand, problem);
  if (action !== "list" && action !== "show" && action !== "replay") {
    const actions = Object.keys(webhooksCommand.actions);
    throw wrong(`"${action}" is none of list, show and replay${didYouMean(action, actions)}`);
  }
  if (action === "list" && ids.length > 0) throw wrong(`"${ids[0]}" is too much`);
  if (action === "show" && ids.length !== 1) throw wrong("show takes one id");
  const isReplayOfAll = action === "replay" && ids.length === 0;
  const { status, type, recipient, store, schema, json = false, header } = values;
  const filter: WebhookFilter = {
    ...(ids.length > 0 && { ids }),
    ...{ status, type, recipient },
    since: readTimeArgument("--since", values.since, webhooksCommand),
    until: readTimeArgument("--until", values.until, webhooksCommand),
  };
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const url = values.url ?? (process.env.LETTERPRESS_WEBHOOK_URL || undefined);
  if (action === "replay" && url === undefined) throw wrong("replay needs --url");
  return {
    ...{ action, store, schema, json, url, header },
    filter: isReplayOfAll && !isNarrowed ? { status: "failed" } : filter,
  };
}
