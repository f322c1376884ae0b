import { readFileSync, realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { normalizePath } from "vite";
import { describeEmpty } from "../../../src/build/describe-found.ts";
import { isLike } from "../../../src/check/exceptions.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { mergeFindings } from "../../../src/check/merge-findings.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import { readExceptions } from "../../../src/check/trace/source-exceptions.ts";
import type { EmailView } from "../../protocol/index.ts";
import { startHeadless } from "../export/headless-preview.ts";
import { listFiles } from "../export/list-files.ts";
import { readStates } from "../export/read-states.ts";
import { loadConfig } from "./load-config.ts";
import type { CheckedState } from "./state-checker.ts";

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

/** A state that could not be checked, because it does not render. */
export interface Unchecked {
  readonly id: string;
  readonly variant: string;
  readonly message: string;
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
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const checks = options.checks ?? (await loadConfig(root)).checks ?? {};
  const preview = await startHeadless({
    ...{ root, emailsDir: options.emailsDir, configFile: options.configFile, checks },
    renderTimeoutMs: undefined,
  });
  try {
    const all = preview.found.emails;
    if (all.length === 0) throw new Error(`Cannot check: ${describeEmpty(preview.found)}`);
    const asked = all.filter(({ id }) => options.emails?.some((one) => isLike(id, one)) ?? true);
    if (asked.length === 0) {
      throw new Error(`Cannot check: no email is called ${options.emails?.join(" or ")}`);
    }
    const found: Finding[] = [];
    const unchecked: Unchecked[] = [];
    const usedComments = new Set<string>();
    let stateCount = 0;
    let emailCount = 0;
    for (const [index, { id, path, realPath }] of asked.entries()) {
      const before = found.length;
      const statesBefore = stateCount;
      let skipped = false;
      const latest: { state?: CheckedState | undefined } = {};
      const ask = async (address: string): Promise<EmailView> => {
        const search = new URL(address, "http://preview").searchParams;
        const query = {
          ...{ id, variant: search.get("variant") ?? "default" },
          ...{ locale: search.get("locale"), props: null },
        };
        latest.state = await preview.checks.check(query);
        if (!latest.state) throw new Error(`Cannot check ${id}: it is not there any more`);
        return latest.state.view;
      };
      for await (const { view, locale, isAgain } of readStates(id, ask)) {
        if (isAgain) continue;
        // Its modules are known once it was loaded.
        if (options.changedFiles && stateCount === statesBefore) {
          const modules = [path, realPath, ...preview.checks.modulesOf(realPath)];
          skipped = !modules.some((file) => options.changedFiles?.has(file));
          if (skipped) break;
        }
        stateCount++;
        if (view.result.status === "failed") {
          const { message } = view.result;
          unchecked.push({
            id,
            variant: [view.variant, locale].filter(Boolean).join(", "),
            message,
          });
        }
        found.push(...(latest.state?.findings ?? []));
        for (const comment of latest.state?.usedComments ?? []) usedComments.add(comment);
      }
      if (!skipped) emailCount++;
      options.onProgress?.({
        ...{ id, done: index + 1, total: asked.length, stateCount: stateCount - statesBefore },
        findingCount: mergeFindings(found.slice(before)).length,
      });
    }
    const isWhole = asked.length === all.length && emailCount === all.length;
    const staleExceptions = isWhole
      ? await findStale(
          root,
          preview.emailsDir,
          checks,
          preview.checks.usedExceptions(),
          usedComments,
        )
      : [];
    return {
      ...{ findings: sortFindings(mergeFindings(found)), emailCount, stateCount, unchecked },
      ...{ staleExceptions, root },
    };
  } finally {
    await preview.close();
  }
}

const severities = ["error", "warning", "info"];

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
}

async function findStale(
  root: string,
  emailsDir: string,
  { exceptions = [] }: CheckOptions,
  used: ReadonlySet<number>,
  usedComments: ReadonlySet<string>,
): Promise<readonly string[]> {
  const stale = exceptions.flatMap(({ rule, reason }, index) =>
    used.has(index)
      ? []
      : [
          `letterpress.config: the exception for ${rule} (“${reason}”) lets nothing pass; take it out`,
        ],
  );
  for (const { file, path } of await listFiles(emailsDir)) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const name = normalizePath(relative(root, file));
    for (const { line, rules, reason } of readExceptions(name, readFileSync(file, "utf8"))) {
      const place = `${name}:${line}`;
      if (reason === "") {
        stale.push(
          `${place}: letterpress-allow ${rules.join(", ")} says no reason; write it behind a colon`,
        );
      } else if (!usedComments.has(place)) {
        stale.push(
          `${place}: letterpress-allow ${rules.join(", ")} lets nothing pass; take it out`,
        );
      }
    }
  }
  return stale;
}
