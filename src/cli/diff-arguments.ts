import { parseWords } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** What was asked of `letterpress diff`. What is `undefined` was not said. */
export interface DiffArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
  /** A git reference. */
  readonly reference: string | undefined;
  readonly format: "text" | "markdown" | "json";
  /** Folder for a page that shows both sides. */
  readonly htmlDir: string | undefined;
  /** Whether pictures of both sides are taken. */
  readonly screenshots: boolean;
  /** Whether a change makes the exit code 1. */
  readonly exitCode: boolean;
  /** Ids of emails; `*` stands for any characters. Empty: all. */
  readonly only: readonly string[];
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
  /** Only renders the working directory, into this file: the command runs itself so, for each side. */
  readonly side: string | undefined;
}

/** What `letterpress diff --help` prints. */
export const diffUsage = `Usage: letterpress diff [ref] [options]

Tells which variants of which emails a reader meets otherwise than at a git reference: subject,
preheader, words, structure, links, pictures and looks. Both sides are rendered in worktrees of
their own; the project is left as it is. Without a reference: the last commit while something is
not committed, else where this branch left the default one.

Options
  --only ID        Only this email; * stands for any characters; may be repeated
  --markdown       Write for a comment on a pull request
  --json           Write for a program
  --html DIR       Write a page that shows both sides beside each other into a folder
  --screenshots    With --html: take pictures of both sides, where a Chromium is there
  --exit-code      End with 1 when something changed
  --emails DIR     Folder of the emails       default: emails
  --config FILE    Vite config to take aliases, defines and plugins from
                                              default: the project's own
  --no-config      Use no Vite config
  --help           Show this

Exit code: 0, 1 with --exit-code when something changed, 2 when it could not run.`;

/** Reads the arguments behind `letterpress diff`. @throws {UsageError} that names the wrong one */
export function readDiffArguments(args: readonly string[]): DiffArguments {
  const { values, positionals } = parseWords("diff", diffUsage, args, {
    only: { type: "string", multiple: true },
    markdown: { type: "boolean" },
    json: { type: "boolean" },
    html: { type: "string" },
    screenshots: { type: "boolean" },
    "exit-code": { type: "boolean" },
    emails: { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    side: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  const refuse = (reason: string) => new UsageError(`Cannot run diff: ${reason}`, diffUsage);
  if (positionals.length > 1)
    throw refuse(`one reference is compared with, got ${positionals.length}`);
  if (values.markdown && values.json) throw refuse("--markdown and --json exclude each other");
  if (values.screenshots && !values.html)
    throw refuse("--screenshots needs --html DIR to write into");
  return {
    help: values.help ?? false,
    reference: positionals[0],
    format: values.json ? "json" : values.markdown ? "markdown" : "text",
    htmlDir: values.html,
    screenshots: values.screenshots ?? false,
    exitCode: values["exit-code"] ?? false,
    only: values.only ?? [],
    emails: values.emails,
    config: values["no-config"] ? false : values.config,
    side: values.side,
  };
}
