import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** Where the outbox of a command is. */
export interface OutboxPlace {
  readonly url: string;
  readonly schema: string | undefined;
}

/** What was asked of `letterpress outbox`. */
export interface OutboxArguments extends OutboxPlace {
  /** Only to be told what the options are. */
  readonly help: boolean;
  /** Whether it is shown again every two seconds. */
  readonly watch: boolean;
  readonly json: boolean;
}

/** What was asked of `letterpress work`. */
export interface WorkArguments extends OutboxPlace {
  /** Only to be told what the options are. */
  readonly help: boolean;
  readonly concurrency: number | undefined;
  readonly maxConnections: number | undefined;
  readonly maxPerSecond: number | undefined;
  readonly onUncertain: "hold" | "resend" | undefined;
}

/** What `letterpress outbox --help` prints. */
export const outboxUsage = `Usage: letterpress outbox [options]

Shows how an outbox stands: what waits and for how long, who works on it, which senders are paused,
and what is stuck and why.

Options
  --url URL      The database                  default: DATABASE_URL
  --schema NAME  Schema of its tables          default: letterpress
  --watch        Show it again every two seconds, until Ctrl-C
  --json         Print it as JSON
  --help         Show this`;

/** What `letterpress work --help` prints. */
export const workUsage = `Usage: letterpress work [options]

Sends what is due in an outbox, until Ctrl-C or SIGTERM; what is under way is finished first. Mail
goes as the environment says (POSTMARK_SERVER_TOKEN, MAIL_URL …). With a server token, what may
have been sent is looked up at Postmark. LETTERPRESS_OUTBOX_KEY opens sealed bodies.

Options
  --url URL             The database                          default: DATABASE_URL
  --schema NAME         Schema of its tables                  default: letterpress
  --concurrency N       Most messages under way here          default: 10
  --max-connections N   Most connections of all processes     default: 10
  --max-per-second N    Most messages a second, of all        default: no limit
  --on-uncertain WHAT   hold or resend, where nothing can be looked up; default: hold
  --help                Show this`;

/** Reads the arguments behind `letterpress outbox`. @throws {UsageError} that names the wrong one */
export function readOutboxArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): OutboxArguments {
  const values = parseOptions("outbox", outboxUsage, args, {
    ...{ url: { type: "string" }, schema: { type: "string" } },
    ...{ watch: { type: "boolean" }, json: { type: "boolean" } },
    help: { type: "boolean", short: "h" },
  } as const);
  const help = values.help ?? false;
  const url = help ? "" : readUrl("outbox", outboxUsage, values.url, env);
  const { schema, watch = false, json = false } = values;
  return { help, url, schema, watch, json };
}

/** Reads the arguments behind `letterpress work`. @throws {UsageError} that names the wrong one */
export function readWorkArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): WorkArguments {
  const values = parseOptions("work", workUsage, args, {
    ...{ url: { type: "string" }, schema: { type: "string" }, concurrency: { type: "string" } },
    ...{ "max-connections": { type: "string" }, "max-per-second": { type: "string" } },
    "on-uncertain": { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const);
  const help = values.help ?? false;
  const number = (name: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const value = Number(text);
    if (value > 0) return value;
    throw new UsageError(
      `Cannot run work: --${name} is "${text}"; give a number above 0`,
      workUsage,
    );
  };
  const onUncertain = values["on-uncertain"];
  if (onUncertain !== undefined && onUncertain !== "hold" && onUncertain !== "resend") {
    throw new UsageError(
      `Cannot run work: --on-uncertain is "${onUncertain}"; give hold or resend`,
      workUsage,
    );
  }
  return {
    help,
    url: help ? "" : readUrl("work", workUsage, values.url, env),
    schema: values.schema,
    concurrency: number("concurrency", values.concurrency),
    maxConnections: number("max-connections", values["max-connections"]),
    maxPerSecond: number("max-per-second", values["max-per-second"]),
    onUncertain,
  };
}

function readUrl(
  command: string,
  usage: string,
  given: string | undefined,
  env: NodeJS.ProcessEnv,
): string {
  const url = given ?? env.DATABASE_URL;
  if (url) return url;
  throw new UsageError(
    `Cannot run ${command}: no database is named; give --url, or set DATABASE_URL`,
    usage,
  );
}
