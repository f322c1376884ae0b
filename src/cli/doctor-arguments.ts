import { parseDomain } from "../message/domain.ts";
import { apiEnvironment } from "./api-access.ts";
import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { misuse, type UsageError } from "./usage-error.ts";

/** What was asked of `letterpress doctor`. */
export interface DoctorArguments {
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

/** `letterpress doctor`, described. */
export const doctorCommand = defineCommand({
  name: "doctor",
  summary: "Check that mail can go out and arrive: settings, ports, DNS, Postmark",
  about: `Checks everything that mail needs to arrive: settings, ports, DNS and, with a token, Postmark itself. Reports what is wrong and which record or setting fixes it. Changes nothing without --fix.`,
  options: {
    domain: { value: "DOMAIN", about: "Domain in From", default: "that of MAIL_FROM" },
    "dkim-selector": {
      value: "S",
      repeated: true,
      about: "What stands before ._domainkey in Postmark's DNS settings",
      default: "POSTMARK_DKIM_SELECTOR",
    },
    "return-path": {
      value: "HOST",
      about: "Host of the Return-Path",
      default: "pm-bounces. and the domain",
    },
    dns: { value: "SERVER", about: "Ask this DNS server, such as 1.1.1.1 or 127.0.0.1:5353" },
    "env-file": {
      value: "FILE",
      about: "Take variables from this file too; those of the environment win",
      completes: "file",
    },
    webhook: { value: "URL", about: "Address that webhooks are expected at" },
    fix: {
      about: "Turn SMTP API error hooks on, and register --webhook, where they are missing",
    },
    headers: {
      value: "FILE",
      about:
        "Read the header of a received message instead, and say what it proves (- reads standard input)",
      completes: "file",
    },
    since: {
      value: "RUN",
      choices: ["last"],
      about: "Say what changed since the last run, and fail when something is worse",
    },
    timeout: { value: "S", about: "Longest wait for one answer, in seconds", default: "5" },
    json: { about: "JSON in place of the screen" },
  },
  environment: {
    POSTMARK_SERVER_TOKEN:
      "or an SMTP token (POSTMARK_SMTP_ACCESS_KEY, POSTMARK_SMTP_SECRET_KEY), or MAIL_URL: as the sender reads them",
    POSTMARK_MESSAGE_STREAM: "the message stream",
    MAIL_FROM: "the sender",
    POSTMARK_ACCOUNT_TOKEN: "for the account's domains",
    ...apiEnvironment,
  },
  exitCodes: {
    0: "mail can go out",
    1: "something is wrong",
    2: "it could not be found out, or the command line is invalid",
  },
  examples: [
    ["letterpress doctor --domain shop.example", "all that can be seen from outside"],
    ["letterpress doctor --domain shop.example --since last --json", "each night, in CI"],
    [
      "letterpress doctor --fix --webhook https://user:password@shop.example/webhooks",
      "register what is missing",
    ],
    ["letterpress doctor --headers received.eml", "what a message that arrived proves"],
  ],
});

/** Reads the arguments behind `letterpress doctor`. @throws {UsageError} that names the wrong one */
export function readDoctorArguments(args: readonly string[]): DoctorArguments {
  const { values } = parseCommand(doctorCommand, args);
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
    domain: readDomain("--domain", values.domain),
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
  return misuse(doctorCommand, problem);
}
