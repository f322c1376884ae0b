import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { projectOptions, viteConfigOf } from "./shared-options.ts";
import { misuse } from "./usage-error.ts";

/** What was asked of `letterpress export`. What is `undefined` was not said. */
export interface ExportArguments {
  /** Folder to export into, relative to the working directory. */
  readonly out: string;
  /** The template language to write placeholders in. `undefined`: the preview is exported. */
  readonly placeholders: "postmark" | "handlebars" | "mustache" | undefined;
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
  /** Whether to print what was exported as JSON. */
  readonly json: boolean;
  /** The project's Vite config; `false` for none. */
  readonly config: string | false | undefined;
}

const defaultOut = "dist/export";

/** `letterpress export`, described. */
export const exportCommand = defineCommand({
  name: "export",
  summary: "Write the preview into a folder that any static host serves",
  about: `Writes the preview into a folder that any static host serves, at any path: the same app, read only, and beside the page of each email its variants as plain .html, .txt and .json. An email that fails stops no other; the exit code is 1 then.

--json prints { outDir, emailCount, variantCount, fileCount, failures: { id, variant, locale, message, place }[], warnings, notEditable }, with --placeholders { outDir, templateCount, refused: { id, state, faults }[] }.`,
  options: {
    out: { value: "DIR", about: "Folder to export into", default: defaultOut, completes: "folder" },
    "image-base": {
      value: "URL",
      about: "Where the images of /static are, for the plain .html files",
      default: "those that are exported",
    },
    placeholders: {
      value: "LANGUAGE",
      choices: ["postmark", "handlebars", "mustache"],
      about:
        "Write each variant as a template for other back ends instead, with {{path}} in place of the props",
    },
    "no-source": { about: "Leave the source of the emails out, and with it editing of props" },
    "no-props": { about: "Leave out what it takes to edit props in the browser" },
    timeout: {
      value: "S",
      about: "How many seconds an email may take to load, and to render",
      default: "30",
    },
    json: { about: "Print what was exported, and what failed, as JSON" },
    ...projectOptions,
  },
  exitCodes: { 1: "an email failed, or nothing could be written" },
  examples: [
    ["letterpress export", "dist/export/, for any static host"],
    ["letterpress export --no-source --out public/emails", "without the sources"],
    [
      "letterpress export --placeholders handlebars --out templates",
      "templates for a back end that is not Node",
    ],
    ["letterpress export --json", "for a program: how many, what failed and where"],
    ["letterpress export --image-base https://shop.example", "images from your own host"],
  ],
});

/** Reads the arguments behind `letterpress export`. @throws {UsageError} that names the wrong one */
export function readExportArguments(args: readonly string[]): ExportArguments {
  const { values } = parseCommand(exportCommand, args);
  return {
    out: values.out || defaultOut,
    placeholders: values.placeholders,
    emails: values.emails,
    imageBaseUrl: readUrl(values["image-base"]),
    source: !values["no-source"],
    props: values["no-props"] ? false : undefined,
    renderTimeoutMs: readSeconds(values.timeout),
    json: values.json === true,
    config: viteConfigOf(values),
  };
}

function readUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:/i.test(value)) return value;
  throw misuse(
    exportCommand,
    `--image-base must be an address such as https://shop.example, got "${value}"`,
  );
}

function readSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds * 1000;
  throw misuse(exportCommand, `--timeout must be a number of seconds above 0, got "${value}"`);
}
