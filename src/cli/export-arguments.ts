import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** What was asked of `letterpress export`. What is `undefined` was not said. */
export interface ExportArguments {
  /** Only to be told what the options are. */
  readonly help: boolean;
  /** Folder to export into, relative to the working directory. */
  readonly out: string;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string | undefined;
  /** Address that images of `/static` have in the plain files. */
  readonly imageBaseUrl: string | undefined;
  /** Whether the source of the emails comes along. */
  readonly source: boolean;
  /** Whether props can be edited. `undefined`: as the source. */
  readonly props: boolean | undefined;
  /** How long an email may take, ms. */
  readonly renderTimeoutMs: number | undefined;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

/** What `letterpress export --help` prints. */
export const exportUsage = `Usage: letterpress export [options]

Writes the preview into a folder that any static host serves, at any path: the same app, read only,
and beside the page of each email its variants as plain .html, .txt and .json. An email that fails
stops no other; the exit code is 1 then.

Options
  --out DIR         Folder to export into         default: dist/export
  --emails DIR      Folder of the emails          default: emails
  --image-base URL  Where the images of /static are, for the plain .html files
                                                  default: those that are exported
  --no-source       Leave the source of the emails out, and with it editing of props
  --no-props        Leave out what it takes to edit props in the browser
  --timeout S       How many seconds an email may take to load, and to render
                                                  default: 30
  --config FILE     Vite config to take aliases, defines and plugins from
                                                  default: the project's own
  --no-config       Use no Vite config
  --help            Show this`;

const defaultOut = "dist/export";

/** Reads the arguments behind `letterpress export`. @throws {UsageError} that names the wrong one */
export function readExportArguments(args: readonly string[]): ExportArguments {
  const values = parseOptions("export", exportUsage, args, {
    out: { type: "string" },
    emails: { type: "string" },
    "image-base": { type: "string" },
    "no-source": { type: "boolean" },
    "no-props": { type: "boolean" },
    timeout: { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  return {
    help: values.help ?? false,
    out: values.out || defaultOut,
    emails: values.emails,
    imageBaseUrl: readUrl(values["image-base"]),
    source: !values["no-source"],
    props: values["no-props"] ? false : undefined,
    renderTimeoutMs: readSeconds(values.timeout),
    config: values["no-config"] ? false : values.config,
  };
}

function readUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:/i.test(value)) return value;
  throw new UsageError(
    `Cannot run export: --image-base must be an address such as https://shop.example, got "${value}"`,
    exportUsage,
  );
}

function readSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds * 1000;
  throw new UsageError(
    `Cannot run export: --timeout must be a number of seconds above 0, got "${value}"`,
    exportUsage,
  );
}
