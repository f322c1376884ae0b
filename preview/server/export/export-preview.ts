import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describeEmpty } from "../../../src/build/describe-found.ts";
import { isWithin } from "../../../src/files/is-within.ts";
import type {
  EmailList,
  EmailQuery,
  EmailView,
  FindingCount,
  Project,
} from "../../protocol/index.ts";
import { staticFileOf } from "../../protocol/static-file.ts";
import { describeFindings } from "../checks/describe-findings.ts";
import { loadConfig } from "../checks/load-config.ts";
import type { PreviewFolders } from "../served-preview.ts";
import type { ExportFailure } from "./export-failure.ts";
import { type HeadlessPreview, startHeadless } from "./headless-preview.ts";
import { listFiles } from "./list-files.ts";
import { publicProject } from "./public-view.ts";
import { createWarningList, type ExportWarning } from "./render-warnings.ts";
import { sideBySide } from "./side-by-side.ts";
import { openSiteFolder, type SiteFolder } from "./site-folder.ts";
import { staticPage } from "./static-page.ts";
import { type LeftOut, writeBrowser } from "./write-browser.ts";
import { writeEmail } from "./write-email.ts";

/** Options of {@link exportPreview}. */
export interface ExportOptions {
  /** Folder to export into, relative to the root. */
  readonly outDir: string;
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** Whether the source of the emails comes along. @default true */
  readonly source?: boolean | undefined;
  /**
   * Whether props can be edited: the emails then come along as modules for the browser.
   *
   * @default as `source`
   */
  readonly props?: boolean | undefined;
  /**
   * Address that the images of `/static` have in the plain `.html` files, such as
   * `https://shop.example`. @default a path to those that are exported
   */
  readonly imageBaseUrl?: string | undefined;
  /**
   * How long an email may take to load, and again to render, ms.
   *
   * @default what the Vite config says, else 30000: no one waits for it, and builds are slow
   */
  readonly renderTimeoutMs?: number | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
  /** Told after each email. */
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  /** Ends the export; nothing of it is written then. */
  readonly signal?: AbortSignal | undefined;
}

/** One email that is done. */
export interface ExportProgress {
  readonly id: string;
  /** Emails done so far, this one included, and all of them. */
  readonly done: number;
  readonly total: number;
  /** Its variants, in each locale. */
  readonly stateCount: number;
  readonly failures: readonly ExportFailure[];
}

/** What was exported. */
export interface ExportResult {
  /** Absolute. */
  readonly outDir: string;
  readonly emailCount: number;
  readonly stateCount: number;
  readonly fileCount: number;
  /** What is wrong; the export is there nevertheless. */
  readonly failures: readonly ExportFailure[];
  /** Emails whose props cannot be edited in the export, though those of others can. */
  readonly notEditable: readonly LeftOut[];
  /** What is to be said of the emails folder: ids that contradict their paths, files that hold no email. */
  readonly remarks: readonly string[];
  /** What the renders warn of; the same fault of many variants once. */
  readonly warnings: readonly ExportWarning[];
}

/**
 * Writes the preview of a project into a folder that any static host can serve, at any path: the
 * app, read only, and each variant as plain `.html`, `.txt` and `.json`. An email that fails is
 * shown as failed, and the others are exported.
 *
 * @throws {Error} when there is no email, or the folder is not one to export into
 */
export async function exportPreview(options: ExportOptions): Promise<ExportResult> {
  // Without links, as Vite names the modules.
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const outDir = resolve(root, options.outDir);
  await loadConfig(root);
  const preview = await startHeadless({
    ...{ root, emailsDir: options.emailsDir, configFile: options.configFile },
    renderTimeoutMs: options.renderTimeoutMs,
  });
  let site: SiteFolder | undefined;
  try {
    refuseOverlap(outDir, preview.emailsDir, root);
    site = await openSiteFolder(outDir);
    const result = await writeSite(preview, site, { ...options, root });
    options.signal?.throwIfAborted();
    const fileCount = await site.publish();
    return { outDir, fileCount, ...result };
  } finally {
    await site?.discard();
    await preview.close();
  }
}

/** As many as there are threads: emails that never end take as long as one. */
const mostAtOnce = 4;

type Written = Omit<ExportResult, "outDir" | "fileCount">;

async function writeSite(
  preview: HeadlessPreview,
  site: SiteFolder,
  options: ExportOptions & { readonly root: string },
): Promise<Written> {
  const { source = true, props = source, imageBaseUrl, onProgress, signal } = options;
  const parts = [...(source ? (["source"] as const) : []), ...(props ? (["props"] as const) : [])];
  const { json } = preview;
  const project = await json<Project>("/api/project");
  const list = await json<EmailList>("/api/emails");
  const { emails } = list;
  if (emails.length === 0) {
    throw new Error(`Cannot export: ${describeEmpty(preview.found)}`);
  }
  const save = (path: string, answer: object) =>
    site.write(staticFileOf(path) ?? "", JSON.stringify(answer));
  await save("/api/project", publicProject(project));
  await save("/api/emails", list);
  const appDir = await preview.appDir();
  const page = await readFile(join(appDir, "index.html"), "utf8");
  await site.write("index.html", staticPage(page, { depth: 0, title: project.name, parts }));
  await copyFolders({ appDir, emailsDir: preview.emailsDir }, site);

  const failures: ExportFailure[] = [];
  const warnings = createWarningList();
  const firstViews: EmailView[] = [];
  let stateCount = 0;
  const counts: FindingCount[] = [];
  const unchecked = new Set<string>();
  const check = async (query: EmailQuery, view: EmailView) => {
    try {
      const state = await preview.checks.check(query, view);
      return state && describeFindings(state, await preview.checks.scope());
    } catch (error) {
      unchecked.add(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const writer = { json, save, check, site, page, parts, source, imageBaseUrl };
  const written = sideBySide(emails, mostAtOnce, ({ id }, isOver) =>
    writeEmail(id, writer, signal ? AbortSignal.any([signal, isOver]) : isOver),
  );
  let done = 0;
  for await (const { firstView, count, ...own } of written) {
    if (count) counts.push(count);
    if (firstView) firstViews.push(firstView);
    stateCount += own.stateCount;
    failures.push(...own.failures);
    warnings.addAll(own.warnings);
    done += 1;
    onProgress?.({ ...own, done, total: emails.length });
  }
  const byId = counts.sort((one, other) => one.id.localeCompare(other.id, "en"));
  await save("/api/check-counts", { counts: byId });
  const { root, configFile } = options;
  const notEditable = props
    ? await writeBrowser(firstViews, emails, preview, site, { root, configFile })
    : [];
  return {
    ...{ emailCount: emails.length, stateCount, failures, notEditable },
    remarks: [...preview.remarks, ...[...unchecked].map((why) => `Emails are not checked: ${why}`)],
    warnings: warnings.list(),
  };
}

async function copyFolders({ appDir, emailsDir }: PreviewFolders, site: SiteFolder) {
  for (const { file, path } of await listFiles(join(appDir, "_letterpress"))) {
    await site.copy(file, `_letterpress/${path}`);
  }
  for (const { file, path } of await listFiles(join(emailsDir, "static"))) {
    await site.copy(file, `static/${path}`);
  }
  // GitHub Pages leaves out what begins with an underscore, unless it is told not to.
  await site.write(".nojekyll", "");
}

/** @throws {Error} when the export would overwrite what it is made from */
function refuseOverlap(outDir: string, emailsDir: string, root: string): void {
  if (isWithin(outDir, root) || isWithin(outDir, emailsDir) || isWithin(emailsDir, outDir)) {
    throw new Error(
      `Cannot export: ${outDir} is not apart from the emails; name another folder with --out`,
    );
  }
}
