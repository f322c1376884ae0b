import { parseDomain } from "../message/domain.ts";
import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** What was asked of `letterpress doctor`. */
export interface DoctorArguments {
  readonly help: boolean;
  /** In ASCII. */
  readonly domain: string | undefined;
  readonly dkimSelectors: readonly string[];
  readonly returnPath: string | undefined;
  /** Address of the DNS server to ask. */
  readonly dns: string | undefined;
  /** File with the header of a received message; `-` is standard input. */
  readonly headers: string | undefined;
  readonly webhook: string | undefined;
  readonly envFile: string | undefined;
  readonly fix: boolean;
  readonly sinceLast: boolean;
  readonly timeoutMs: number;
  readonly json: boolean;
}

/** What `letterpress doctor --help` prints. */
export const doctorUsage = `Usage: letterpress doctor [options]

Looks at all that mail needs to arrive: settings, ports, DNS and, with a token, Postmark itself.
Says what is wrong and which record or setting fixes it. Changes nothing without --fix.

Options
  --domain D         Domain in From                default: that of MAIL_FROM
  --dkim-selector S  What stands before ._domainkey in Postmark's DNS settings; may be repeated
                                                   default: POSTMARK_DKIM_SELECTOR
  --return-path H    Host of the Return-Path       default: pm-bounces. and the domain
  --dns SERVER       Ask this DNS server, such as 1.1.1.1 or 127.0.0.1:5353
  --env-file FILE    Take variables from this file too; those of the environment win
  --webhook URL      Address that webhooks are expected at
  --fix              Turn SMTP API error hooks on, and register --webhook, where they are missing
  --headers FILE     Read the header of a received message instead, and say what it proves
                     (- reads standard input)
  --since last       Say what changed since the last run, and fail when something is worse
  --timeout S        Longest wait for one answer, in seconds   default: 5
  --json             JSON in place of the screen
  --help             Show this

Environment
  POSTMARK_SERVER_TOKEN (or an SMTP token, or MAIL_URL), POSTMARK_MESSAGE_STREAM and MAIL_FROM as
  the sender reads them; POSTMARK_ACCOUNT_TOKEN for the account's domains; POSTMARK_API_URL for
  another address than Postmark's

Exit code
  0  mail can go out    1  something is wrong    2  it could not be found out

Examples
  letterpress doctor --domain shop.example
  letterpress doctor --domain shop.example --since last --json
  letterpress doctor --fix --webhook https://user:password@shop.example/webhooks
  letterpress doctor --headers received.eml`;

/** Reads the arguments behind `letterpress doctor`. @throws {UsageError} that names the wrong one */
export function readDoctorArguments(args: readonly string[]): DoctorArguments {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const values = parseOptions("doctor", doctorUsage, args, {
    ...{ domain: text, "return-path": text, dns: text, headers: text, webhook: text },
    ...{ "dkim-selector": { type: "string", multiple: true }, "env-file": text, since: text },
    ...{ timeout: text, fix: flag, json: flag, help: { type: "boolean", short: "h" } },
  });
  if (values.since !== undefined && values.since !== "last") {
    throw wrong(`--since is "${values.since}"; only "last" is known`);
  }
  const timeoutMs = Number(values.timeout ?? 5) * 1000;
  if (!(timeoutMs >= 100 && timeoutMs <= 120_000)) {
    throw wrong(`--timeout must be a number of seconds from 0.1 to 120, got "${values.timeout}"`);
  }
  // It may hold a password, so the message does not repeat it.
  if (values.webhook !== undefined && !/^https?:\/\/[^/]/i.test(values.webhook)) {
    throw wrong("--webhook must be an address that begins with https:// or http://");
  }
  const dkimSelectors = (values["dkim-selector"] ?? []).map(readSelector);
  return {
    ...{ help: values.help ?? false, domain: readDomain("--domain", values.domain) },
    ...{ dkimSelectors, returnPath: readDomain("--return-path", values["return-path"]) },
    ...{ dns: values.dns, headers: values.headers, webhook: values.webhook },
    ...{ envFile: values["env-file"], fix: values.fix ?? false },
    ...{ sinceLast: values.since === "last", timeoutMs, json: values.json ?? false },
  };
}

function readDomain(option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { domain, problem } = parseDomain(value.trim().replace(/\.$/, ""));
  if (domain !== undefined) return domain;
  throw wrong(`${option} ${problem}`);
}

/** A selector, whether it was given alone or as the whole name. */
function readSelector(value: string): string {
  const selector = value
    .trim()
    .toLowerCase()
    .replace(/\._domainkey(\..*)?$/, "");
  if (/^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/.test(selector)) return selector;
  throw wrong("--dkim-selector must be letters, digits, dots and hyphens");
}

function wrong(problem: string): UsageError {
  return new UsageError(`Cannot run doctor: ${problem}`, doctorUsage);
}
