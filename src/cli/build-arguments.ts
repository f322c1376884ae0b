import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";

/** What was asked of `letterpress build`. What is `undefined` was not said. */
export interface BuildArguments {
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** Folder to build into, relative to the working directory. */
  readonly out: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
  /** The project's tsconfig. */
  readonly tsconfig: string | undefined;
  /** Whether to write declarations. */
  readonly types: boolean;
  /** Whether to print what was built as JSON. */
  readonly json: boolean;
}

/** `letterpress build`, described. */
export const buildCommand = defineCommand({
  name: "build",
  summary: "Compile this project's emails to plain ES modules for production",
  about: `Compiles the emails to plain ES modules with types, one per email under the same path. An email loads the components that it uses and nothing else. React, Letterpress and the project's own dependencies stay imports. When anything is wrong, all of it is shown and nothing is written.

--json prints { outDir, emails: { id, file, sizeBytes }[], problems, warnings, passedOver }.`,
  options: {
    out: {
      value: "DIR",
      about: "Folder to build into",
      default: "dist/emails",
      completes: "folder",
    },
    ...projectOptions,
    tsconfig: {
      value: "FILE",
      about: "The project's tsconfig",
      default: "the nearest above the emails",
      completes: "file",
    },
    "no-types": { about: "Write no types, and check none" },
    json: { about: "Print what was built, or what is wrong, as JSON" },
  },
  exitCodes: { 1: "an email has a fault; nothing was written" },
  examples: [
    ["letterpress build", "emails/ → dist/emails/"],
    ["letterpress build --emails src/mail --out build/mail", "other folders"],
    ["letterpress build --no-types", "JavaScript alone"],
    ["letterpress build --json", "for a program: emails, files, sizes, problems"],
  ],
});

/** Reads the arguments behind `letterpress build`. @throws {UsageError} that names the wrong one */
export function readBuildArguments(args: readonly string[]): BuildArguments {
  const { values } = parseCommand(buildCommand, args);
  const { emails, out, tsconfig } = values;
  const types = !values["no-types"];
  return { emails, out, tsconfig, config: viteConfigOf(values), types, json: values.json === true };
}
