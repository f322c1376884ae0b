import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

/** Where a dry run writes what standard output gets. */
export const standardOutput = "-";

/** `letterpress send`, described. */
export const sendCommand = defineCommand({
  name: "send",
  summary: "Send an email to an address, or to each row of a list",
  about: `Sends an email to an address, or once to each row of a list. It goes to the local inbox; with --real, to the server set in the environment, after confirmation.

Props are those of --variant, with yours laid over them. Where no variant is named and you give props, yours are all that there is, so that no one is greeted by an example's name. Text is read as the email's types ask.

A list is CSV (RFC 4180) with the columns to and, by name or path, props (name, order.lines[0].total, or props with JSON); or JSON lines of { "to", "props" }. Columns key and locale may be there too. All rows are checked before anything is sent, and each row is sent once for its key, which is the address where it has none. Each outcome is written to the result file at once. Called again, the command goes on where it was ended; what may have been sent is listed, and not sent again.`,
  words: "EMAIL",
  completes: "email",
  options: {
    to: { value: "ADDRESS", repeated: true, about: "Whom it goes to" },
    variant: { value: "NAME", about: "Variant to take", default: "default" },
    locale: { value: "LOCALE", about: "One of the email's locales" },
    props: {
      value: "FILE",
      about: "JSON file with props (- reads standard input)",
      completes: "file",
    },
    prop: { value: "PATH=VALUE", repeated: true, about: "One prop, such as order.number=FC-1" },
    list: {
      value: "FILE",
      about: "CSV or JSON lines with a row for each person",
      completes: "file",
    },
    results: {
      value: "FILE",
      about: "Result file of a list",
      default: "beside the list, named after it, the email and where it goes",
      completes: "file",
    },
    "retry-unknown": { about: "Send again, too, what may have been sent" },
    concurrency: { value: "N", about: "Most messages of a list under way", default: "5" },
    from: { value: "ADDRESS", about: "Sender of an email that names none", default: "MAIL_FROM" },
    inbox: {
      value: "URL",
      about: "Where the local inbox is",
      default: "MAIL_URL where that is on this machine, else smtp://127.0.0.1:2525",
    },
    real: { about: "Send to the server that the environment names" },
    yes: { about: "Do not ask before --real" },
    "dry-run": {
      value: "FILE",
      bare: standardOutput,
      about:
        "Send nothing: write the message as .eml into a file (- is standard output); of a list, into a folder, or nowhere",
      completes: "file",
    },
    json: { about: "A line of JSON for each outcome" },
    ...projectOptions,
  },
  environment: {
    POSTMARK_SERVER_TOKEN:
      "or an SMTP token (POSTMARK_SMTP_ACCESS_KEY, POSTMARK_SMTP_SECRET_KEY), or MAIL_URL: where --real goes; of the project's .env files too",
    POSTMARK_MESSAGE_STREAM: "message stream of emails that name none",
    MAIL_FROM: "the sender",
  },
  exitCodes: {
    0: "all was taken by the server; a dry run found nothing wrong",
    1: "something was not sent, may not have been sent, or is wrong",
  },
  examples: [
    ["letterpress send account/welcome --to ada@example.com", "an example into the local inbox"],
    [
      "letterpress send account/welcome --to ada@example.com --prop name=Ada --prop url=https://shop.example/start",
      "with props of your own",
    ],
    [
      'letterpress send orders/receipt --to you@shop.example --variant "forty lines" --real',
      "a variant, to a real mailbox",
    ],
    ["letterpress send orders/receipt --to a@b.example --dry-run=receipt.eml", "to a file"],
    ["letterpress send news/launch --list people.csv --real", "to a list; again, to go on"],
  ],
});

/** What was asked of `letterpress send`. What is `undefined` was not said. */
export interface SendArguments {
  readonly id: string;
  readonly to: readonly string[];
  readonly variant: string | undefined;
  readonly locale: string | undefined;
  /** File with props. */
  readonly props: string | undefined;
  /** Single props, as text by path. */
  readonly texts: readonly (readonly [path: string, text: string])[];
  readonly list: string | undefined;
  readonly results: string | undefined;
  readonly retryUnknown: boolean;
  readonly concurrency: number;
  readonly from: string | undefined;
  readonly inbox: string | undefined;
  readonly real: boolean;
  readonly yes: boolean;
  readonly dryRun: string | undefined;
  readonly json: boolean;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

const usualConcurrency = 5;
const mostConcurrency = 50;

/** Reads the arguments behind `letterpress send`. @throws {UsageError} that names the wrong one */
export function readSendArguments(args: readonly string[]): SendArguments {
  const { values, words } = parseCommand(sendCommand, args);
  const [id, stray] = words;
  const wrong = (problem: string) => misuse(sendCommand, problem);
  if (id === undefined) throw wrong("name an email; there is a list in letterpress dev");
  if (stray !== undefined) throw wrong(`"${stray}" is too much; one email is sent at a time`);
  const { to = [], list, concurrency: given = String(usualConcurrency) } = values;
  if (to.length > 0 && list !== undefined) throw wrong("--to and --list are both given; give one");
  if (to.length === 0 && list === undefined)
    throw wrong("no recipient is named; give --to or --list");
  if (list === undefined && (values.results !== undefined || values["retry-unknown"])) {
    throw wrong("--results and --retry-unknown belong to --list");
  }
  if (values.real && values.inbox !== undefined) {
    throw wrong("--real and --inbox are both given; mail can go one way only");
  }
  const concurrency = Number(given);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostConcurrency) {
    throw wrong(`--concurrency must be a number from 1 to ${mostConcurrency}, got "${given}"`);
  }
  const { variant, locale, props, results, from, inbox, emails } = values;
  const { real = false, yes = false, json = false } = values;
  return {
    ...{ to, list, variant, locale, props, results, from, inbox, emails, real, yes, json },
    ...{ concurrency, retryUnknown: values["retry-unknown"] ?? false },
    id: id.replace(/^\.\//, ""),
    texts: (values.prop ?? []).map(readProp),
    dryRun: values["dry-run"],
    config: viteConfigOf(values),
  };
}

function readProp(given: string): readonly [string, string] {
  const at = given.indexOf("=");
  if (at > 0) return [given.slice(0, at), given.slice(at + 1)];
  throw misuse(sendCommand, `--prop must be PATH=VALUE, such as name=Ada, got "${given}"`);
}
