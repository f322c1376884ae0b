import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type BuildResult, buildEmails } from "../build/build-emails.ts";
import { describePassedOver } from "../build/describe-found.ts";
import { toSlashes } from "../build/options.ts";
import { type BuildProblem, formatProblem } from "../build/problem.ts";
import { systemClock } from "../clock.ts";
import { amount } from "./amount.ts";
import type { BuildArguments } from "./build-arguments.ts";
import { describeWarning, type ToldWarning } from "./describe-warning.ts";

/** Builds the emails of the working directory. @returns the exit code */
export async function build({
  emails,
  out,
  config,
  json,
  ...rest
}: BuildArguments): Promise<number> {
  const startedAt = systemClock.now();
  const root = process.cwd();
  const options = { root, emailsDir: emails, outDir: out, viteConfig: config, ...rest };
  await refuseWrongConfig(root);
  const result = await buildEmails(options);
  for (const warning of result.warnings) console.error(`Warning: ${formatProblem(warning)}`);
  const outDir = relative(root, result.outDir) || result.outDir;
  const tookMs = systemClock.now() - startedAt;
  if (result.problems.length > 0) {
    if (json) console.log(toJson(root, result, outDir, []));
    for (const problem of result.problems) console.error(formatProblem(problem));
    const count = amount(result.problems.length, "problem");
    console.error(`Cannot build: ${count}, shown above; nothing was written to ${outDir}`);
    return 1;
  }
  if (!json) console.log(report(result, outDir, tookMs));
  const warnings = await findRenderWarnings({ root, emailsDir: emails, configFile: config });
  if (json) console.log(toJson(root, result, outDir, warnings));
  else if (result.passedOver.length > 0) {
    console.log(`\n${describePassedOver(root, result.passedOver)}`);
  }
  return 0;
}

/** All that is told otherwise in words, as one line. Paths are of the project, with forward slashes. */
function toJson(
  root: string,
  { emails, problems, warnings, passedOver }: BuildResult,
  outDir: string,
  ofRenders: readonly ToldWarning[],
): string {
  const plain = ({ frame: _, ...problem }: BuildProblem) => problem;
  return JSON.stringify({
    outDir: toSlashes(outDir),
    emails: emails.map(({ id, file, sizeBytes }) => ({ id, file, sizeBytes })),
    problems: problems.map(plain),
    warnings: [...warnings.map(plain), ...ofRenders],
    passedOver: passedOver.map(({ path, reason }) => ({
      file: toSlashes(relative(root, path)),
      reason,
    })),
  });
}

function report({ emails }: BuildResult, outDir: string, tookMs: number): string {
  const seconds = (tookMs / 1000).toFixed(1);
  const width = Math.max(...emails.map(({ id }) => id.length));
  const rows = emails.map(({ id, file, sizeBytes }) => {
    const size = Math.ceil(sizeBytes / 1000).toString();
    const renamed = file === `${id}.js` ? "" : `  as ${file}`;
    return `  ${id.padEnd(width)}  ${size.padStart(5)} kB${renamed}`;
  });
  return `${rows.join("\n")}\n\n  ${amount(emails.length, "email")} built into ${outDir} in ${seconds} s`;
}

/** A config that `check` would refuse is refused here too, before anything is written. */
async function refuseWrongConfig(root: string): Promise<void> {
  const names = ["ts", "mts", "js", "mjs"].map((ending) => `letterpress.config.${ending}`);
  if (!names.some((name) => existsSync(join(root, name)))) return;
  const { loadConfig } = await import("letterpress/vite");
  await loadConfig(root);
}

/** What is built is there; what its renders would warn of is told, and stops nothing. */
async function findRenderWarnings(options: {
  readonly root: string;
  readonly emailsDir: string | undefined;
  readonly configFile: string | false | undefined;
}): Promise<readonly ToldWarning[]> {
  try {
    const { proofEmails } = await import("letterpress/vite");
    const warnings = await proofEmails(options);
    for (const warning of warnings) console.error(describeWarning(warning));
    return warnings;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Warning: the emails were built, but not rendered to look at them: ${reason}`);
    return [];
  }
}
