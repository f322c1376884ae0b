import type { EmailView, SourceFile } from "../../protocol/index.ts";
import { type ExportFailure, failuresOf } from "./export-failure.ts";
import { plainFiles } from "./plain-files.ts";
import { publicView } from "./public-view.ts";
import { readStates } from "./read-states.ts";
import { createWarningList, type ExportWarning } from "./render-warnings.ts";
import type { SiteFolder } from "./site-folder.ts";
import { type StaticPage, staticPage } from "./static-page.ts";

/** What emails are exported with. */
export interface EmailWriter {
  /** The answer to a GET. */
  json<T>(path: string): Promise<T>;
  /** Writes an answer where the static page looks for it. */
  save(path: string, answer: object): Promise<void>;
  readonly site: SiteFolder;
  /** The app's page, as built. */
  readonly page: string;
  readonly parts: StaticPage["parts"];
  /** Whether the source comes along. */
  readonly source: boolean;
  readonly imageBaseUrl: string | undefined;
}

/** What was written of one email. */
export interface WrittenEmail {
  readonly id: string;
  readonly firstView: EmailView | undefined;
  /** Its variants, in each locale. */
  readonly stateCount: number;
  readonly failures: readonly ExportFailure[];
  readonly warnings: readonly ExportWarning[];
}

/** Writes all states of an email, its source and its page. */
export async function writeEmail(
  id: string,
  { json, save, site, page, parts, source, imageBaseUrl }: EmailWriter,
  signal: AbortSignal,
): Promise<WrittenEmail> {
  const failures: ExportFailure[] = [];
  const warnings = createWarningList();
  let firstView: EmailView | undefined;
  let stateCount = 0;
  for await (const { path, view, locale, isAgain } of readStates(id, json<EmailView>)) {
    signal.throwIfAborted();
    const shown = publicView(view, source);
    await save(path, shown);
    if (isAgain) continue;
    firstView ??= view;
    stateCount += 1;
    for (const file of plainFiles(shown, locale, imageBaseUrl)) {
      await site.write(file.path, file.content);
    }
    failures.push(...failuresOf(view, locale));
    warnings.add(view);
  }
  if (source) {
    const address = `/api/source/${id.split("/").map(encodeURIComponent).join("/")}`;
    await save(address, await json<SourceFile>(address));
  }
  const depth = id.split("/").length + 1;
  await site.write(`emails/${id}/index.html`, staticPage(page, { depth, title: id, parts }));
  return { id, firstView, stateCount, failures, warnings: warnings.list() };
}
