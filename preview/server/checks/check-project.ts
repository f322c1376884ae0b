import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeEmpty } from "../../../src/build/describe-found.ts";
import { isLike } from "../../../src/check/exceptions.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { mergeFindings } from "../../../src/check/merge-findings.ts";
import type { Asker } from "../../../src/check/online/create-asker.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import type { SpamBox } from "../../../src/check/spam/create-spam-box.ts";
import { type HeadlessPreview, startHeadless } from "../export/headless-preview.ts";
import { addSpam } from "./add-spam.ts";
import type { ContrastMeter } from "./browser/contrast-meter.ts";
import { type CheckedEmail, checkStates, type Unchecked } from "./check-states.ts";
import { findStale } from "./find-stale.ts";
import { loadConfig } from "./load-config.ts";

/** Options of {@link checkProject}. */
export interface CheckProjectOptions {
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
  /** Ids of the emails to check, `*` standing for any characters. @default all */
  readonly emails?: readonly string[] | undefined;
  /** Files, absolute: only emails whose modules are among them are checked. @default all */
  readonly changedFiles?: ReadonlySet<string> | undefined;
  /** How to check. @default what `letterpress.config.ts` says */
  readonly checks?: CheckOptions | undefined;
  /** Whether links and pictures are asked for on the net. @default false */
  readonly online?: boolean | undefined;
  /** What asks them. @default the public net, without private ones */
  readonly asker?: Asker | undefined;
  /** Whether contrast is measured in a browser of this machine. @default false */
  readonly browser?: boolean | undefined;
  /** Whether the SpamAssassin of this machine is asked. @default false */
  readonly spam?: boolean | undefined;
  /** Told after each email. */
  readonly onProgress?: ((progress: CheckProgress) => void) | undefined;
}

/** One email that is done. */
export interface CheckProgress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  readonly stateCount: number;
  readonly findingCount: number;
}

/** What came out. */
export interface CheckResult {
  /** Merged over variants and emails, the worst first. */
  readonly findings: readonly Finding[];
  readonly emailCount: number;
  readonly stateCount: number;
  readonly unchecked: readonly Unchecked[];
  /** Exceptions that let nothing pass any more, and comments without a reason, each as a sentence. */
  readonly staleExceptions: readonly string[];
  /** Absolute. */
  readonly root: string;
}

/**
 * Checks every variant of the emails of a project, in each locale, where they are rendered: what is
 * told has the line of the source that makes it.
 *
 * @throws {Error} when there is no email, or the config is wrong
 */
export async function checkProject(options: CheckProjectOptions = {}): Promise<CheckResult> {
  const { preview, root, checks, spamBox, close } = await openChecks(options, false);
  try {
    const all = preview.found.emails;
    const asked = askedEmails(preview, options);
    const checked: CheckedEmail[] = [];
    for (const [index, found] of asked.entries()) {
      const email = await checkStates(preview, found, options.changedFiles);
      if (email) checked.push(email);
      options.onProgress?.({
        ...{ id: found.id, done: index + 1, total: asked.length },
        stateCount: email?.stateCount ?? 0,
        findingCount: mergeFindings(email?.findings ?? []).length,
      });
    }
    const emails = spamBox ? await addSpam(preview, spamBox, asked, checked) : checked;
    const isWhole = asked.length === all.length && emails.length === all.length;
    const usedComments = new Set(emails.flatMap((email) => email.usedComments));
    const used = preview.checks.usedExceptions();
    const staleExceptions = isWhole
      ? await findStale(root, preview.emailsDir, checks, used, usedComments)
      : [];
    return { ...resultOf(emails), staleExceptions, root };
  } finally {
    await close();
  }
}

/** Starts what checks the emails of a project. @param watches whether files are watched */
export async function openChecks(options: CheckProjectOptions, watches: boolean) {
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const checks = options.checks ?? (await loadConfig(root)).checks ?? {};
  const preview = await startHeadless({
    ...{ root, emailsDir: options.emailsDir, configFile: options.configFile, checks, watches },
    renderTimeoutMs: undefined,
  });
  if (options.online) {
    const { createAsker } = await import("../../../src/check/online/create-asker.ts");
    preview.checks.goOnline(options.asker ?? createAsker());
  }
  const meter = options.browser
    ? await openMeter(preview, root).catch(async (error: unknown) => {
        await preview.close();
        throw error;
      })
    : undefined;
  if (meter) preview.checks.measureBy(meter);
  const close = async () => {
    await meter?.close();
    await preview.close();
  };
  let spamBox: SpamBox | undefined;
  if (options.spam) {
    const { createSpamBox } = await import("../../../src/check/spam/create-spam-box.ts");
    spamBox = createSpamBox();
    preview.checks.judgeSpam(spamBox);
  }
  return { preview, root, checks, spamBox, close };
}

/** @throws {Error} when there is no browser */
async function openMeter(preview: HeadlessPreview, root: string): Promise<ContrastMeter> {
  const [{ findBrowser }, { createContrastMeter }] = await Promise.all([
    import("../../../src/build/requirements/find-browser.ts"),
    import("./browser/contrast-meter.ts"),
  ]);
  let file: string;
  try {
    file = findBrowser(root);
  } catch (error) {
    throw new Error(`Cannot check in a browser: ${(error as Error).message}`);
  }
  return createContrastMeter(file, {
    staticDir: join(preview.emailsDir, "static"),
    publicDir: [join(root, "public"), root],
  });
}

/** The emails that were asked for. @throws {Error} when there is none */
export function askedEmails(preview: HeadlessPreview, { emails }: CheckProjectOptions) {
  const { found } = preview;
  if (found.emails.length === 0) throw new Error(`Cannot check: ${describeEmpty(found)}`);
  const asked = found.emails.filter(({ id }) => emails?.some((one) => isLike(id, one)) ?? true);
  if (asked.length > 0) return asked;
  throw new Error(`Cannot check: no email is called ${emails?.join(" or ")}`);
}

/** What is told of checked emails, put together. */
export function resultOf(
  emails: readonly CheckedEmail[],
): Pick<CheckResult, "findings" | "emailCount" | "stateCount" | "unchecked"> {
  return {
    findings: sortFindings(mergeFindings(emails.flatMap(({ findings }) => findings))),
    emailCount: emails.length,
    stateCount: emails.reduce((sum, { stateCount }) => sum + stateCount, 0),
    unchecked: emails.flatMap(({ unchecked }) => unchecked),
  };
}

const severities = ["error", "warning", "info"];

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
}
