import { type CommandSpec, defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { misuse } from "./usage-error.ts";

/** Where the outbox of a command is. */
export interface OutboxPlace {
  readonly url: string;
  readonly schema: string | undefined;
}

/** What was asked of `letterpress outbox`. */
export interface OutboxArguments extends OutboxPlace {
  /** Whether it is shown again every two seconds. */
  readonly watch: boolean;
  readonly json: boolean;
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
  summary: "Show what waits in an outbox, what is stuck and why",
  about: `Shows how an outbox stands: what waits and for how long, who works on it, which senders are paused, and what is stuck and why.`,
  options: {
    ...placeOptions,
    watch: { about: "Show it again every two seconds, until Ctrl-C" },
    json: { about: "Print it as JSON" },
  },
  environment: placeEnvironment,
  exitCodes: { 0: "nothing is stuck", 1: "something is, or it failed" },
  examples: [
    ["letterpress outbox --url postgres://app@127.0.0.1/shop", "how it stands"],
    ["letterpress outbox --watch", "a screen to leave open"],
    ["letterpress outbox --json", "for an alarm"],
  ],
});

/** `letterpress work`, described. */
export const workCommand = defineCommand({
  name: "work",
  summary: "Send what is due in an outbox, until it is told to end",
  about: `Sends what is due in an outbox, until Ctrl-C or SIGTERM; what is under way is finished first. Mail goes as the environment says. With a server token, what may have been sent is looked up at Postmark.`,
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
  const { values } = parseCommand(outboxCommand, args);
  const { schema, watch = false, json = false } = values;
  return { url: readUrl(outboxCommand, values.url, env), schema, watch, json };
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
