import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { describeEmpty } from "../../../src/build/describe-found.ts";
import type { EmailView } from "../../protocol/index.ts";
import type { PlaceholderSyntax } from "../../thread/placeholders/syntax.ts";
import { startHeadless } from "./headless-preview.ts";
import { plainName } from "./plain-files.ts";
import { readStates } from "./read-states.ts";
import { openSiteFolder } from "./site-folder.ts";

export { type PlaceholderSyntax, placeholderSyntaxes } from "../../thread/placeholders/syntax.ts";

/** Options of {@link exportPlaceholders}. */
export interface PlaceholderOptions {
  /** Folder to write into, relative to the root. */
  readonly outDir: string;
  /** The template language. */
  readonly syntax: PlaceholderSyntax;
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** How long an email may take to load, and again to render, ms. @default as `exportPreview` */
  readonly renderTimeoutMs?: number | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
}

/** A state of an email that cannot be a template. */
export interface RefusedState {
  readonly id: string;
  /** The variant's name, and the locale where one was asked for. */
  readonly state: string;
  /** A sentence for each prop that stands in the way. */
  readonly faults: readonly string[];
}

/** What was written. */
export interface PlaceholderResult {
  /** Absolute. */
  readonly outDir: string;
  readonly templateCount: number;
  /** States of which nothing was written. */
  readonly refused: readonly RefusedState[];
}

/**
 * Writes each variant of each email as a template for back ends that are not Node:
 * `orders/order-confirmation/default.html`, `.txt` and `.subject.txt`, with `{{order.number}}` in
 * place of the props. A state whose code does more with a prop than to write it is refused.
 *
 * @throws {Error} when there is no email, or the folder is not one to write into
 */
export async function exportPlaceholders(options: PlaceholderOptions): Promise<PlaceholderResult> {
  const { syntax, emailsDir, configFile, renderTimeoutMs } = options;
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const outDir = resolve(root, options.outDir);
  const preview = await startHeadless({ root, emailsDir, configFile, renderTimeoutMs });
  const folder = await openSiteFolder(outDir).catch(async (error: unknown) => {
    await preview.close();
    throw error;
  });
  try {
    const { emails } = preview.found;
    if (emails.length === 0) throw new Error(`Cannot export: ${describeEmpty(preview.found)}`);
    const refused: RefusedState[] = [];
    let templateCount = 0;
    for (const { id } of emails) {
      for await (const { view, locale, isAgain } of readStates(id, preview.json<EmailView>)) {
        if (isAgain) continue;
        const { variant: slug, variants, result } = view;
        const name = variants.find((one) => one.slug === slug)?.name ?? slug;
        const state = [name, locale].filter((part) => part !== null).join(", ");
        if (result.status === "failed") {
          refused.push({ id, state, faults: [result.message] });
          continue;
        }
        const query = { id, variant: slug, locale, props: null };
        const { parts, faults } = await preview.renders.run("placeholders", query, syntax);
        if (faults) {
          refused.push({ id, state, faults });
          continue;
        }
        const path = `${id}/${plainName(slug, locale)}`;
        await folder.write(`${path}.html`, parts.html);
        await folder.write(`${path}.txt`, parts.text);
        await folder.write(`${path}.subject.txt`, `${parts.subject}\n`);
        templateCount += 1;
      }
    }
    await folder.publish();
    return { outDir, templateCount, refused };
  } finally {
    await folder.discard();
    await preview.close();
  }
}
