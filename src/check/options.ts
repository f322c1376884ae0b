import { type Client, defaultClients, isClient } from "./clients/client.ts";
import type { Severity } from "./finding.ts";

/** Limits that a project may set for itself. */
export interface Budgets {
  /** Octets of HTML from which Gmail clips. @default 102 * 1024 */
  readonly htmlBytes?: number | undefined;
  /** Octets of one image that are too many for a warning. @default 200_000 */
  readonly imageBytes?: number | undefined;
  /** Octets of all images of an email. @default 2_000_000 */
  readonly allImagesBytes?: number | undefined;
}

/** What findings to let pass, and why. */
export interface Exception {
  /** Name of the rule. */
  readonly rule: string;
  /** Ids of emails, `*` standing for any characters. @default all */
  readonly emails?: string | readonly string[] | undefined;
  /** Words that the message or the evidence holds. @default any */
  readonly matches?: string | undefined;
  /** Why it is right here. An exception without a reason is refused. */
  readonly reason: string;
}

/** How to check. */
export interface CheckOptions {
  /** By name of a rule: off, on as it is, or how severe it is. */
  readonly rules?: Readonly<Record<string, "off" | "on" | Severity>> | undefined;
  /** Mail clients that count. @default Gmail, Outlook for Windows, Outlook.com, Apple Mail, Yahoo, Samsung */
  readonly clients?: readonly Client[] | undefined;
  readonly budgets?: Budgets | undefined;
  readonly exceptions?: readonly Exception[] | undefined;
}

/** What rules are given of the options. */
export interface RuleSettings {
  readonly clients: readonly Client[];
  readonly budgets: Required<{ readonly [Name in keyof Budgets]: number }>;
}

/** Where Gmail cuts a message: 102 KB. @see https://github.com/hteumeuleu/email-bugs/issues/41 */
export const gmailClipBytes = 102 * 1024;

const knownOptions = ["rules", "clients", "budgets", "exceptions"];

/**
 * Checks the options and fills in what was left out.
 *
 * @param ruleNames all there are
 * @throws {TypeError | RangeError} that names the option
 */
export function resolveCheckOptions(
  options: CheckOptions,
  ruleNames: ReadonlySet<string>,
): RuleSettings {
  const { rules = {}, clients = defaultClients, budgets = {}, exceptions = [] } = options;
  for (const name of Object.keys(options)) {
    if (knownOptions.includes(name)) continue;
    throw new TypeError(
      `'${name}' is no option of checks; the options are ${knownOptions.join(", ")}`,
    );
  }
  for (const [name, level] of Object.entries(rules)) {
    if (!ruleNames.has(name)) throw new TypeError(`rules: there is no rule "${name}"`);
    if (!["off", "on", "error", "warning", "info"].includes(level)) {
      throw new TypeError(
        `rules: "${name}" must be "off", "on", "error", "warning" or "info", got ${JSON.stringify(level)}`,
      );
    }
  }
  for (const client of clients) {
    if (!isClient(client)) throw new TypeError(`clients: there is no client "${client}"`);
  }
  for (const [index, { rule, reason }] of exceptions.entries()) {
    if (!ruleNames.has(rule)) {
      throw new TypeError(`exceptions[${index}]: there is no rule "${rule}"`);
    }
    if (typeof reason !== "string" || reason.trim() === "") {
      throw new TypeError(`exceptions[${index}]: 'reason' must say why "${rule}" is right there`);
    }
  }
  const { htmlBytes = gmailClipBytes, imageBytes = 200_000, allImagesBytes = 2_000_000 } = budgets;
  for (const [name, value] of Object.entries({ htmlBytes, imageBytes, allImagesBytes })) {
    if (!(Number.isFinite(value) && value > 0)) {
      throw new RangeError(`budgets: '${name}' must be a number of octets above 0, got ${value}`);
    }
  }
  return { clients, budgets: { htmlBytes, imageBytes, allImagesBytes } };
}
