import type { Severity } from "../check/finding.ts";
import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** How findings are written. */
export type CheckFormat = "text" | "json" | "sarif" | "github" | "junit" | "markdown";

/** What was asked of `letterpress check`. What is `undefined` was not said. */
export interface CheckArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
  /** Ids, or files, of the emails to check. Empty: all. */
  readonly names: readonly string[];
  readonly format: CheckFormat;
  /** From which severity on a finding fails. */
  readonly max: Severity;
  readonly fix: boolean;
  /** A git reference: only emails that changed since. */
  readonly changed: string | undefined;
  /** A file of findings that are known. */
  readonly baseline: string | undefined;
  readonly writesBaseline: boolean;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** What `letterpress check --help` prints. */
export const checkUsage = `Usage: letterpress check [emails…] [options]

Renders every variant of every email, in each locale, and tells what a reader would stumble over,
with the line that makes it. Offline. What is checked is set in letterpress.config.ts.

An email is named by its id or its file; * stands for any characters.

Options
  --max LEVEL      From which severity on a finding fails: error, warning or info
                                              default: error
  --fix            Make the changes that are certain to be right, in the sources
  --changed[=REF]  Only emails whose modules changed since a git reference
                                              default: HEAD
  --baseline FILE  Leave out the findings that a file lists
  --write-baseline Write all findings into that file
  --format NAME    text, json, sarif, github, junit or markdown
                                              default: text
  --json           As --format json
  --emails DIR     Folder of the emails       default: emails
  --config FILE    Vite config to take aliases, defines and plugins from
                                              default: the project's own
  --no-config      Use no Vite config
  --help           Show this

Exit code: 0 when nothing at or above --max was found, 1 when something was, 2 when it could not run.`;

const formats: readonly CheckFormat[] = ["text", "json", "sarif", "github", "junit", "markdown"];
const levels: readonly Severity[] = ["error", "warning", "info"];

/** Reads the arguments behind `letterpress check`. @throws {UsageError} that names the wrong one */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const names: string[] = [];
  const options: string[] = [];
  const takesValue = new Set(["--max", "--baseline", "--format", "--emails", "--config"]);
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (!word.startsWith("-")) {
      names.push(word);
      continue;
    }
    // A reference is given behind =, so that the name of an email may follow.
    options.push(word === "--changed" ? "--changed=HEAD" : word);
    if (takesValue.has(word) && at + 1 < args.length) options.push(args[++at] as string);
  }
  const values = parseOptions("check", checkUsage, options, {
    max: { type: "string" },
    fix: { type: "boolean" },
    changed: { type: "string" },
    baseline: { type: "string" },
    "write-baseline": { type: "boolean" },
    format: { type: "string" },
    json: { type: "boolean" },
    emails: { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const writesBaseline = values["write-baseline"] ?? false;
  return {
    help: values.help ?? false,
    names,
    format: oneOf("--format", values.json ? "json" : (values.format ?? "text"), formats),
    max: oneOf("--max", values.max ?? "error", levels),
    fix: values.fix ?? false,
    changed: values.changed,
    baseline: values.baseline ?? (writesBaseline ? "letterpress.baseline.json" : undefined),
    writesBaseline,
    emails: values.emails,
    config: values["no-config"] ? false : values.config,
  };
}

function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `Cannot run check: ${option} must be one of ${names.join(", ")}, got "${value}"`,
    checkUsage,
  );
}
