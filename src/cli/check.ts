import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { requirePackages } from "../build/requirements/require-packages.ts";
import { supportDate } from "../check/clients/support-data.ts";
import type { Finding, Severity } from "../check/finding.ts";
import { amount } from "./amount.ts";
import { withoutKnown, writeBaseline } from "./check/baseline.ts";
import { changedFiles } from "./check/changed-files.ts";
import { fixSources } from "./check/fix-sources.ts";
import type { CheckReport } from "./check/report.ts";
import { writeGithub } from "./check/write-github.ts";
import { writeJson } from "./check/write-json.ts";
import { writeJunit } from "./check/write-junit.ts";
import { writeMarkdown } from "./check/write-markdown.ts";
import { writeSarif } from "./check/write-sarif.ts";
import { writeText } from "./check/write-text.ts";
import type { CheckArguments, CheckFormat } from "./check-arguments.ts";
import { createProgress } from "./export-progress.ts";
import { untilTold } from "./until-told.ts";

const writers: Readonly<Record<CheckFormat, (report: CheckReport) => string>> = {
  ...{ text: writeText, json: writeJson, sarif: writeSarif },
  ...{ github: writeGithub, junit: writeJunit, markdown: writeMarkdown },
};

const bySeverity: readonly Severity[] = ["error", "warning", "info"];

/** Could not run, as against: found something. */
const couldNotRun = 2;

/** Checks the emails of the working directory. @returns the exit code */
export async function check(asked: CheckArguments): Promise<number> {
  try {
    return await run(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return couldNotRun;
  }
}

async function run(asked: CheckArguments): Promise<number> {
  const root = process.cwd();
  const { emails: emailsDir, config: configFile } = asked;
  requirePackages({ action: "check", root, emailsDir: resolve(root, emailsDir ?? "emails") });
  const changed = asked.changed === undefined ? undefined : changedFiles(root, asked.changed);
  if (asked.watch) return watch(asked, root);
  const { checkProject } = await import("letterpress/vite");
  const progress = createProgress(process.stderr);
  const look = async () => {
    const result = await checkProject({
      ...{
        root,
        emailsDir,
        configFile,
        online: asked.online,
        spam: asked.spam,
        browser: asked.browser,
      },
      ...(asked.names.length > 0 && { emails: asked.names.map(toId(emailsDir ?? "emails")) }),
      ...(changed && { changedFiles: changed }),
      onProgress: ({ id, done, total, findingCount }) => {
        if (process.stderr.isTTY) progress.step(`  ${done}/${total}  ${id}  ${findingCount}`);
      },
    });
    progress.end();
    return result;
  };
  let result = await look();
  if (asked.fix) {
    const made = fixSources(result.findings, root);
    for (const { file, title } of made) console.error(`  ${file}: ${title}`);
    console.error(`${amount(made.length, "change")} made`);
    if (made.length > 0) result = await look();
  }
  if (asked.writesBaseline && asked.baseline !== undefined) {
    writeBaseline(result.findings, asked.baseline);
    console.error(`${amount(result.findings.length, "finding")} written to ${asked.baseline}`);
    return 0;
  }
  const findings = asked.baseline ? withoutKnown(result.findings, asked.baseline) : result.findings;
  const problems = [...describeUnchecked(result.unchecked), ...result.staleExceptions];
  const { emailCount, stateCount } = result;
  console.log(
    writers[asked.format]({
      ...{ findings, problems, emailCount, stateCount, supportDate },
      sourceOf: createReader(root),
    }),
  );
  const fails = ({ severity }: Finding) =>
    bySeverity.indexOf(severity) <= bySeverity.indexOf(asked.max);
  return findings.some(fails) || problems.length > 0 ? 1 : 0;
}

/** Goes on until it is told to end. */
async function watch(asked: CheckArguments, root: string): Promise<number> {
  const { emails: emailsDir, config: configFile, names, online, spam, browser } = asked;
  const { watchChecks } = await import("letterpress/vite");
  const controller = new AbortController();
  void untilTold().then(() => controller.abort());
  await watchChecks(
    {
      ...{ root, emailsDir, configFile, online, spam, browser, signal: controller.signal },
      ...(names.length > 0 && { emails: names.map(toId(emailsDir ?? "emails")) }),
    },
    ({ result, findingCount, ids }) => {
      const { emailCount, stateCount, unchecked } = result;
      const { findings } = asked.baseline
        ? { findings: withoutKnown(result.findings, asked.baseline) }
        : result;
      console.log(
        writers[asked.format]({
          ...{ findings, emailCount, stateCount, supportDate },
          problems: describeUnchecked(unchecked),
          sourceOf: createReader(root),
        }),
      );
      const all = ids.length > 0 ? `; ${amount(findingCount, "finding")} in all emails` : "";
      console.error(`\nWaiting for a change${all}. Ctrl-C ends.\n`);
    },
  );
  return 0;
}

function describeUnchecked(
  unchecked: readonly { readonly id: string; readonly variant: string; readonly message: string }[],
): readonly string[] {
  return unchecked.map(
    ({ id, variant, message }) => `Cannot check ${id} (${variant}): it does not render: ${message}`,
  );
}

/** An id of what may be the name of a file. */
function toId(emailsDir: string): (name: string) => string {
  const folder = `${emailsDir.replace(/^\.\//, "").replace(/\/+$/, "")}/`;
  return (name) => {
    const plain = name.replace(/^\.\//, "");
    return plain.startsWith(folder)
      ? plain.slice(folder.length).replace(/\.[cm]?[jt]sx?$/, "")
      : plain;
  };
}

function createReader(root: string): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) {
      try {
        known.set(file, readFileSync(join(root, file), "utf8"));
      } catch {
        known.set(file, undefined);
      }
    }
    return known.get(file);
  };
}
