import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";

/** `letterpress init`, described. */
export const initCommand = defineCommand({
  name: "init",
  summary: "Add what emails need to an app; migrate a React Email project",
  about: `Looks at the app in this folder, shows what it would add, and changes nothing before you agree: packages, scripts, the setting of tsconfig.json for JSX, and a first email where there is none. A project of React Email keeps its emails and their imports; its scripts and its packages are moved over. Run again, it does what is left.`,
  options: {
    emails: {
      value: "DIR",
      about: "Folder of the emails",
      default: "where they are, else emails",
      completes: "folder",
    },
    yes: { about: "Change it without a question" },
    "no-install": { about: "Do not run the package manager; print its lines" },
    json: { about: "Print the plan as JSON, and change nothing without --yes" },
  },
  exitCodes: { 0: "done, or nothing was to do", 1: "it was not agreed to, or it failed" },
  examples: [
    ["letterpress init", "show the plan, and ask"],
    ["letterpress init --yes --no-install", "change files, and print what installs the packages"],
  ],
});

/** What was asked of `letterpress init`. What is `undefined` was not said. */
export interface InitArguments {
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  readonly yes: boolean;
  readonly install: boolean;
  readonly json: boolean;
}

/** Reads the arguments behind `letterpress init`. @throws {UsageError} that names the wrong one */
export function readInitArguments(args: readonly string[]): InitArguments {
  const { values } = parseCommand(initCommand, args);
  const { emails, yes = false, json = false } = values;
  return { emails, yes, json, install: !values["no-install"] };
}
