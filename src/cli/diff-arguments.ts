import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

/** `letterpress diff`, described. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "Show which emails changed for a reader since a git reference",
  about: `Reports which variants of which emails changed for a reader since a git reference: subject, preheader, words, structure, links, pictures and looks. Both sides are rendered in worktrees of their own; the project is left as it is.

Without a reference: the last commit while something is not committed, else where this branch left the default one, and on that one the commit before the last.`,
  words: "[ref]",
  options: {
    only: {
      value: "ID",
      about: "Only this email; * stands for any characters",
      repeated: true,
    },
    markdown: { about: "Write for a comment on a pull request" },
    json: { about: "Write for a program" },
    html: {
      value: "DIR",
      about: "Write a page that shows both sides beside each other into a folder",
      completes: "folder",
    },
    screenshots: {
      about: "With --html: a picture of each change as well, taken by a Chromium that is installed",
    },
    "exit-code": { about: "End with 1 when something changed" },
    ...projectOptions,
  },
  exitCodes: {
    0: "done",
    1: "something changed, and --exit-code was given",
    2: "it could not run, or the command line is invalid",
  },
  examples: [
    ["letterpress diff", "what was changed since the last commit"],
    ["letterpress diff main", "what this branch changes, and main has since changed"],
    ["letterpress diff origin/main --markdown", "as a comment on a pull request"],
    ["letterpress diff main --html review", "a page with before and after side by side"],
    ["letterpress diff v2.1 --only 'orders/*'", "since a release, some emails"],
  ],
});

/** What was asked of `letterpress diff`. What is `undefined` was not said. */
export interface DiffArguments {
  /** A git reference. */
  readonly reference: string | undefined;
  readonly format: "text" | "markdown" | "json";
  /** Folder for a page that shows both sides. */
  readonly htmlDir: string | undefined;
  /** Whether a picture of each change stands beside the page. */
  readonly screenshots: boolean;
  /** Whether a change makes the exit code 1. */
  readonly exitCode: boolean;
  /** Ids of emails; `*` stands for any characters. Empty: all. */
  readonly only: readonly string[];
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** Reads the arguments behind `letterpress diff`. @throws {UsageError} that names the wrong one */
export function readDiffArguments(args: readonly string[]): DiffArguments {
  const { values, words } = parseCommand(diffCommand, args);
  if (words.length > 1) {
    throw misuse(diffCommand, `one reference is compared with, got ${words.length}`);
  }
  if (values.markdown && values.json) {
    throw misuse(diffCommand, "--markdown and --json exclude each other");
  }
  if (values.screenshots && !values.html) {
    throw misuse(diffCommand, "--screenshots needs --html DIR to write into");
  }
  return {
    htmlDir: values.html,
    screenshots: values.screenshots ?? false,
    reference: words[0],
    format: values.json ? "json" : values.markdown ? "markdown" : "text",
    exitCode: values["exit-code"] ?? false,
    only: values.only ?? [],
    emails: values.emails,
    config: viteConfigOf(values),
  };
}
