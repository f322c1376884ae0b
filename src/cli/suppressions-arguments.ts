import type { SuppressionReason } from "../webhook/suppressions/suppression-store.ts";
import { parseWords } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

const actions = ["why", "list", "add", "lift", "import", "export", "sync"] as const;

/** What was asked of `letterpress suppressions`. */
export interface SuppressionsArguments {
  readonly help: boolean;
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

/** What `letterpress suppressions --help` prints. */
export const suppressionsUsage = `Usage: letterpress suppressions <action> [options]

Actions
  why ADDRESS    Why an address gets no mail: since when, by which event, of which message
  list           All that are suppressed
  add ADDRESS    Suppress an address
  lift ADDRESS   Let mail through again
  import FILE    Take them out of a CSV file (- reads standard input)
  export         Write them to standard output as CSV
  sync           Bring them together with Postmark's list, both ways; POSTMARK_SERVER_TOKEN is
                 needed, and POSTMARK_API_URL names another address than Postmark's

Options
  --stream S     Message stream                   default: all for why, list and export,
                                                  else outbound
  --reason R     hard-bounce, complaint, unsubscribe or manual (add, import)  default: manual
  --store S      Folder of the store, or the address of the outbox's database (postgres://…,
                 embedded:…)                      default: LETTERPRESS_STORE, or .letterpress
  --schema S     Schema in the database           default: letterpress
  --dry-run      Say what import and sync would do, and do nothing
  --json         JSON in place of words
  --help         Show this`;

const reasons: readonly string[] = ["hard-bounce", "complaint", "unsubscribe", "manual"];

/** Reads the arguments behind `letterpress suppressions`. @throws {UsageError} that names the wrong one */
export function readSuppressionsArguments(args: readonly string[]): SuppressionsArguments {
  const { values, positionals } = parseWords("suppressions", suppressionsUsage, args, {
    stream: { type: "string" },
    reason: { type: "string" },
    store: { type: "string" },
    schema: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const help = values.help ?? false;
  const [given = help ? "list" : "", subject = "", stray] = positionals;
  const action = actions.find((name) => name === given);
  if (!action) throw wrong(`"${given}" is none of ${actions.join(", ")}`);
  const needsSubject = ["why", "add", "lift", "import"].includes(action);
  if (needsSubject && subject === "" && !help) {
    throw wrong(`${action} needs ${action === "import" ? "a file" : "an address"}`);
  }
  const extra = needsSubject ? stray : subject || stray;
  if (extra) throw wrong(`"${extra}" is too much`);
  if (values.reason !== undefined && !reasons.includes(values.reason)) {
    throw wrong(`--reason is "${values.reason}", none of ${reasons.join(", ")}`);
  }
  return {
    ...{ help, action, subject, stream: values.stream, store: values.store, schema: values.schema },
    reason: values.reason as SuppressionReason | undefined,
    ...{ json: values.json ?? false, dryRun: values["dry-run"] ?? false },
  };
}

function wrong(problem: string): UsageError {
  return new UsageError(`Cannot run suppressions: ${problem}`, suppressionsUsage);
}
