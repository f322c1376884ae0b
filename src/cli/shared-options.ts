import type { OptionSpec } from "./command-spec.ts";

/** Where the emails of a project are, and how they are compiled: options of each command that renders. */
export const projectOptions = {
  emails: {
    value: "DIR",
    about: "Folder of the emails",
    default: "emails",
    completes: "folder",
  },
  config: {
    value: "FILE",
    about: "Vite config to take aliases, defines and plugins from",
    default: "the project's own",
    completes: "file",
  },
  "no-config": { about: "Use no Vite config" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What was said about the Vite config; `false`: use none. */
export function viteConfigOf(values: {
  readonly config?: string | undefined;
  readonly "no-config"?: boolean | undefined;
}): string | false | undefined {
  return values["no-config"] ? false : values.config;
}

/** Where the stores of webhooks and suppressions are. */
export const storeOptions = {
  store: {
    value: "STORE",
    about:
      "Folder of the store, or the address of the outbox's database (postgres://…, embedded:…)",
    default: "LETTERPRESS_STORE, or .letterpress",
    completes: "folder",
  },
  schema: { value: "NAME", about: "Schema in the database", default: "letterpress" },
} as const satisfies Readonly<Record<string, OptionSpec>>;
