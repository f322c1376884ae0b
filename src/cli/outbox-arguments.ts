import { type MessageState, messageStates } from "../outbox/message-state.ts";
import { apiEnvironment } from "./api-access.ts";
import { type CommandSpec, defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { readTimeArgument } from "./read-time-argument.ts";
import { misuse } from "./usage-error.ts";

const outboxActions = ["status", "export"] as const;

/** Where the outbox of a command is. */
export interface OutboxPlace {
  readonly url: string;
  readonly schema: string | undefined;
}

/** What was asked of `letterpress outbox`. */
export interface OutboxArguments extends OutboxPlace {
  readonly action: (typeof outboxActions)[number];
  /** Whether it is shown again every two seconds. */
  readonly watch: boolean;
  readonly json: boolean;
  /** What is exported: none means all. */
  readonly states: readonly MessageState[];
  readonly since: Date | undefined;
  readonly format: "jsonl" | "csv";
}

/** What was asked of `letterpress work`. */
export interface WorkArguments extends OutboxPlace {
  readonly concurrency: number | undefined;
  readonly maxConnections: number | undefined;
  readonly maxPerSecond: number | undefined;
  readonly onUncertain: "hold" | "resend" | undefined;
}

const placeOptions = {
  url: { value: "URL", about: "The database", default: "DATABASE_URL" },
  schema: { value: "NAME", about: "Schema of its tables", default: "letterpress" },
} as const;

const placeEnvironment = {
  DATABASE_URL: "the database, where --url is not given",
  LETTERPRESS_OUTBOX_KEY: "opens sealed bodies; several keys stand apart by commas",
};

/** `letterpress outbox`, described. */
export const outboxCommand = defineCommand({
  name: "outbox",
  summary: "Show what is waiting in an outbox, what is stuck and why",
  about: `Shows the state of an outbox: what is waiting and for how long, which processes work on it, which senders are paused, and what is stuck and why. With "export", writes what it holds to standard output: who was to get what, its state and its headers, never a body.`,
  actions: {
    status: { about: "How it stands" },
    export: { about: "Its messages, the newest first" },
  },
  options: {
    ...placeOptions,
    watch: { about: "Show it again every two seconds, until Ctrl-C" },
    json: { about: "Print it as JSON" },
    state: {
      value: "STATE",
      choices: messageStates,
      repeated: true,
      about: "Export those in this state alone; may be given more than once",
    },
    since: { value: "TIME", about: "Export those made since: 2h, 7d, 2026-11-26 …" },
    format: {
      value: "FORMAT",
      choices: ["jsonl", "csv"],
      about: "JSON, a line each; or CSV, without headers",
      default: "jsonl",
    },
  },
  environment: placeEnvironment,
  exitCodes: { 0: "nothing is stuck, or all is exported", 1: "something is, or it failed" },
  examples: [
    ["letterpress outbox --url postgres://app@127.0.0.1/shop", "how it stands"],
    ["letterpress outbox --watch", "a screen to leave open"],
    ["letterpress outbox --json", "for an alarm"],
    ["letterpress outbox export --since 7d --state bounced --format csv", "a week's bounces"],
  ],
});

/** `letterpress work`, described. */
export const workCommand = defineCommand({
  name: "work",
  summary: "Send what is due in an outbox, until stopped",
  about: `Sends what is due in an outbox, until Ctrl-C or SIGTERM; what is under way is finished first. The environment sets where mail goes. With a server token, what may have been sent is looked up at Postmark.`,
  options: {
    ...placeOptions,
    concurrency: { value: "N", about: "Most messages under way here", default: "10" },
    "max-connections": { value: "N", about: "Most connections of all processes", default: "10" },
    "max-per-second": {
      value: "N",
      about: "Most messages a second, of all",
      default: "no limit",
    },
    "on-uncertain": {
      value: "WHAT",
      choices: ["hold", "resend"],
      about: "Where nothing can be looked up",
      default: "hold",
    },
  },
  environment: {
    ...placeEnvironment,
    POSTMARK_SERVER_TOKEN: "or MAIL_URL, MAIL_FROM and the others that the sender reads",
    ...apiEnvironment,
  },
  examples: [
    ["letterpress work", "by the environment"],
    ["letterpress work --url embedded:.letterpress/outbox --concurrency 4", "without a server"],
  ],
});

/** Reads the arguments behind `letterpress outbox`. @throws {UsageError} that names the wrong one */
export function readOutboxArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): OutboxArguments {
  const { values, words } = parseCommand(outboxCommand, args);
  const [word = "status", ...others] = words;
  const action = outboxActions.find((name) => name === word);
  if (!action || others.length > 0) {
    throw misuse(
      outboxCommand,
      `"${others[0] ?? word}" is nothing that it does; give status or export`,
    );
  }
  const { schema, watch = false, json = false, state: states = [], format = "jsonl" } = values;
  const since = readTimeArgument("--since", values.since, outboxCommand);
  const url = readUrl(outboxCommand, values.url, env);
  return { action, url, schema, watch, json, states, since, format };
}

/** Reads the arguments behind `letterpress work`. @throws {UsageError} that names the wrong one */
export function readWorkArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): WorkArguments {
  const { values } = parseCommand(workCommand, args);
  const number = (name: "concurrency" | "max-connections" | "max-per-second") => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (value > 0) return value;
    throw misuse(workCommand, `--${name} is "${text}"; give a number above 0`);
  };
  return {
    url: readUrl(workCommand, values.url, env),
    schema: values.schema,
    concurrency: number("concurrency"),
    maxConnections: number("max-connections"),
    maxPerSecond: number("max-per-second"),
    onUncertain: values["on-uncertain"],
  };
}

function readUrl(command: CommandSpec, given: string | undefined, env: NodeJS.ProcessEnv): string {
  const url = given ?? env.DATABASE_URL;
  if (url) return url;
  throw misuse(command, "no database is named; give --url, or set DATABASE_URL");
}
