import { parseOptions } from "./parse-options.ts";

/** What was asked of `letterpress build`. What is `undefined` was not said. */
export interface BuildArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
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
}

/** What `letterpress build --help` prints. */
export const buildUsage = `Usage: letterpress build [options]

Compiles the emails to plain ES modules with types, one per email under the same path. An email
loads the components that it uses and nothing else. React, Letterpress and the project's own
dependencies stay imports. When anything is wrong, all of it is shown and nothing is written.

Options
  --emails DIR     Folder of the emails          default: emails
  --out DIR        Folder to build into          default: dist/emails
  --config FILE    Vite config to take aliases, defines and plugins from
                                                 default: the project's own
  --no-config      Use no Vite config
  --tsconfig FILE  The project's tsconfig        default: the nearest above the emails
  --no-types       Write no types, and check none
  --help           Show this`;

/** Reads the arguments behind `letterpress build`. @throws {UsageError} that names the wrong one */
export function readBuildArguments(args: readonly string[]): BuildArguments {
  const values = parseOptions("build", buildUsage, args, {
    emails: { type: "string" },
    out: { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    tsconfig: { type: "string" },
    "no-types": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  return {
    help: values.help ?? false,
    emails: values.emails,
    out: values.out,
    config: values["no-config"] ? false : values.config,
    tsconfig: values.tsconfig,
    types: !values["no-types"],
  };
}
