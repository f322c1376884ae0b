import { didYouMean } from "../build/nearest.ts";
import type { SuppressionReason } from "../webhook/suppressions/suppression-store.ts";
import { apiEnvironment } from "./api-access.ts";
import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { storeOptions } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

const actions = ["why", "list", "add", "lift", "import", "export", "sync"] as const;

/** What was asked of `letterpress suppressions`. */
export interface SuppressionsArguments {
  readonly action: (typeof actions)[number];
  /** An address, or a file for `import`; empty where none is needed. */
  readonly subject: string;
  readonly stream: string | undefined;
  readonly reason: SuppressionReason | undefined;
  readonly store: string | undefined;
  readonly schema: string | undefined;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** `letterpress suppressions`, described. */
export const suppressionsCommand = defineCommand({
  name: "suppressions",
  summary: "Show why an address gets no mail; lift a suppression, import and export lists",
  about: `Manages the suppressions that an app keeps with its webhooks: which addresses get no mail, and why.`,
  actions: {
    why: {
      words: "ADDRESS",
      about: "Why an address gets no mail: since when, by which event, of which message",
    },
    list: { about: "All that are suppressed" },
    add: { words: "ADDRESS", about: "Suppress an address" },
    lift: { words: "ADDRESS", about: "Let mail through again" },
    import: { words: "FILE", about: "Take them out of a CSV file (- reads standard input)" },
    export: { about: "Write them to standard output as CSV" },
    sync: { about: "Bring them together with Postmark's list, both ways" },
  },
  options: {
    stream: {
      value: "STREAM",
      about: "Message stream",
      default: "all for why, list and export, else outbound",
    },
    reason: {
      value: "REASON",
      choices: ["hard-bounce", "complaint", "unsubscribe", "manual"],
      about: "Why, for add and import",
      default: "manual",
    },
    ...storeOptions,
    "dry-run": { about: "Say what import and sync would do, and do nothing" },
    json: { about: "JSON in place of words" },
  },
  environment: {
    LETTERPRESS_STORE: "the store, where --store is not given",
    POSTMARK_SERVER_TOKEN: "needed by sync",
    ...apiEnvironment,
  },
  exitCodes: { 1: "something was refused, or it failed" },
  examples: [
    ["letterpress suppressions why ada@example.com", "since when, and by which bounce"],
    ["letterpress suppressions import bounces.csv --dry-run", "what an import would do"],
    ["letterpress suppressions sync", "the same list here and at Postmark"],
  ],
});

/** Reads the arguments behind `letterpress suppressions`. @throws {UsageError} that names the wrong one */
export function readSuppressionsArguments(args: readonly string[]): SuppressionsArguments {
  const { values, words } = parseCommand(suppressionsCommand, args);
  const [given = "", subject = "", stray] = words;
  const action = actions.find((name) => name === given);
  const wrong = (problem: string) => misuse(suppressionsCommand, problem);
  if (!action) {
    throw wrong(`"${given}" is none of ${actions.join(", ")}${didYouMean(given, actions)}`);
  }
  const needsSubject = ["why", "add", "lift", "import"].includes(action);
  if (needsSubject && subject === "") {
    throw wrong(`${action} needs ${action === "import" ? "a file" : "an address"}`);
  }
  const extra = needsSubject ? stray : subject || stray;
  if (extra) throw wrong(`"${extra}" is too much`);
  const { stream, reason, store, schema, json = false } = values;
  return {
    ...{ action, subject, stream, reason, store, schema, json },
    dryRun: values["dry-run"] ?? false,
  };
}
