import type {
  EmailFindings,
  EmailQuery,
  EmailView,
  FindingCount,
  SourceFile,
} from "../../protocol/index.ts";
import { collectSpread, type SpreadCollector } from "../checks/collect-spread.ts";
import { countShown } from "../checks/describe-findings.ts";
import { type ExportFailure, failuresOf } from "./export-failure.ts";
import { plainFiles } from "./plain-files.ts";
import { publicFindings, publicView } from "./public-view.ts";
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
  /** What is wrong with a state; undefined where that cannot be told. */
  check(query: EmailQuery, view: EmailView): Promise<EmailFindings | undefined>;
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
  /** What was found in its first state; undefined where that could not be told. */
  readonly count: FindingCount | undefined;
}

/** Writes all states of an email, its source and its page. */
export async function writeEmail(
  id: string,
  { json, save, check, site, page, parts, source, imageBaseUrl }: EmailWriter,
  signal: AbortSignal,
): Promise<WrittenEmail> {
  const failures: ExportFailure[] = [];
  const warnings = createWarningList();
  let firstView: EmailView | undefined;
  let stateCount = 0;
  let count: FindingCount | undefined;
  let spread: SpreadCollector | undefined;
  for await (const { path, view, locale, isAgain } of readStates(id, json<EmailView>)) {
    signal.throwIfAborted();
    const shown = publicView(view, source);
    await save(path, shown);
    const findings = await check({ id, variant: view.variant, locale, props: null }, view);
    if (findings) {
      await save(path.replace("/api/emails/", "/api/checks/"), publicFindings(findings, source));
      count ??= countShown(id, findings.findings);
      spread ??= collectSpread(shown);
      spread.add(
        view,
        locale,
        findings.findings.map(({ key }) => key),
      );
    }
    if (isAgain) continue;
    firstView ??= view;
    stateCount += 1;
    for (const file of plainFiles(shown, locale, imageBaseUrl)) {
      await site.write(file.path, file.content);
    }
    failures.push(...failuresOf(view, locale));
    warnings.add(view);
  }
  const path = id.split("/").map(encodeURIComponent).join("/");
  if (spread) await save(`/api/check-spread/${path}`, spread.spread(true));
  if (source) {
    const address = `/api/source/${path}`;
    await save(address, await json<SourceFile>(address));
  }
  const depth = id.split("/").length + 1;
  await site.write(`emails/${id}/index.html`, staticPage(page, { depth, title: id, parts }));
  return { id, firstView, stateCount, failures, warnings: warnings.list(), count };
}
