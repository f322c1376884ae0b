import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

/** `letterpress check`, described. */
export const checkCommand = defineCommand({
  name: "check",
  summary: "Check this project's emails for mistakes before they are sent",
  about: `Renders every variant of every email in each locale and reports what would trip up a reader, with the line responsible. Works offline. letterpress.config.ts sets what is checked.

An email is named by its id or its file; * stands for any characters.`,
  words: "[emails…]",
  completes: "email",
  options: {
    max: {
      value: "LEVEL",
      about: "From which severity on a finding fails",
      choices: ["error", "warning", "info"],
      default: "error",
    },
    fix: { about: "Make the changes that are certain to be right, in the sources" },
    changed: {
      value: "REF",
      bare: "HEAD",
      about: "Only emails whose modules changed since a git reference",
    },
    watch: { about: "Check again after each save what is made of the saved file, until Ctrl-C" },
    online: {
      about:
        "Ask links and pictures on the net whether they answer; addresses of private networks are not asked",
    },
    browser: {
      about: "Measure contrast in a Chromium of this machine, over pictures and gradients too",
    },
    spam: {
      about:
        "Ask the SpamAssassin of this machine (Debian: apt-get install spamassassin), without the net",
    },
    baseline: {
      value: "FILE",
      about: "Leave out the findings that a file lists",
      completes: "file",
    },
    "write-baseline": { about: "Write all findings into that file" },
    format: {
      value: "NAME",
      about: "How findings are written",
      choices: ["text", "json", "sarif", "github", "junit", "markdown"],
      default: "text",
    },
    json: { about: "As --format json" },
    ...projectOptions,
  },
  exitCodes: {
    0: "nothing at or above --max was found",
    1: "something was",
    2: "it could not run, or the command line is invalid",
  },
  examples: [
    ["letterpress check", "every email"],
    ["letterpress check 'orders/*' --max warning", "those of a folder; fail at warnings too"],
    ["letterpress check --changed=main --format github", "what a pull request touches"],
    ["letterpress check --fix", "make the certain changes"],
    ["letterpress check --watch", "and again after each save"],
  ],
});

type Values = ReturnType<typeof parseCommand<typeof checkCommand>>["values"];

/** How findings are written. */
export type CheckFormat = NonNullable<Values["format"]>;

/** What was asked of `letterpress check`. What is `undefined` was not said. */
export interface CheckArguments {
  /** Ids, or files, of the emails to check. Empty: all. */
  readonly names: readonly string[];
  readonly format: CheckFormat;
  /** From which severity on a finding fails. */
  readonly max: NonNullable<Values["max"]>;
  readonly fix: boolean;
  /** A git reference: only emails that changed since. */
  readonly changed: string | undefined;
  /** Whether emails are checked again as they are saved. */
  readonly watch: boolean;
  /** Whether links and pictures are asked for on the net. */
  readonly online: boolean;
  /** Whether contrast is measured in a browser. */
  readonly browser: boolean;
  /** Whether SpamAssassin is asked. */
  readonly spam: boolean;
  /** A file of findings that are known. */
  readonly baseline: string | undefined;
  readonly writesBaseline: boolean;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** Reads the arguments behind `letterpress check`. @throws {UsageError} that names the wrong one */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const { values, words: names } = parseCommand(checkCommand, args);
  const { format = "text", max = "error", fix = false, changed, emails } = values;
  const { watch = false, online = false, spam = false, browser = false } = values;
  const writesBaseline = values["write-baseline"] ?? false;
  const exclusive = (["fix", "write-baseline", "changed"] as const).find((name) => values[name]);
  if (watch && exclusive) {
    throw misuse(checkCommand, `--watch and --${exclusive} exclude each other`);
  }
  return {
    ...{ names, max, fix, changed, emails, writesBaseline, watch, online, spam, browser },
    format: values.json ? "json" : format,
    baseline: values.baseline ?? (writesBaseline ? "letterpress.baseline.json" : undefined),
    config: viteConfigOf(values),
  };
}
