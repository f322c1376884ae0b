import { renameSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join, relative, resolve } from "node:path";
import { chooseReference, type Reference } from "../build/checkout/choose-reference.ts";
import { findRepository } from "../build/checkout/find-repository.ts";
import { type Git, gitIn } from "../build/checkout/git.ts";
import { type Checkouts, openCheckouts } from "../build/checkout/open-checkouts.ts";
import { requirePackages } from "../build/requirements/require-packages.ts";
import { compareSides } from "../diff/states/compare-sides.ts";
import { groupChanges } from "../diff/states/group-changes.ts";
import type { DiffReport } from "./diff/diff-report.ts";
import { findRenames } from "./diff/find-renames.ts";
import { createSideRenderer, sideVariable } from "./diff/render-sides.ts";
import { takePictures } from "./diff/review/take-pictures.ts";
import { writeReview } from "./diff/review/write-review.ts";
import { writeJson } from "./diff/write-json.ts";
import { writeMarkdown } from "./diff/write-markdown.ts";
import { writeText } from "./diff/write-text.ts";
import type { DiffArguments } from "./diff-arguments.ts";
import { createProgress } from "./export-progress.ts";
import { hasColors } from "./paint.ts";

/** Could not run, as against: found something. */
const couldNotRun = 2;

/** Compares the emails of the working directory with those of a git reference. @returns the exit code */
export async function diff(asked: DiffArguments): Promise<number> {
  try {
    const file = process.env[sideVariable];
    if (file) return await renderSide(asked, file);
    return await compare(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return couldNotRun;
  }
}

async function renderSide({ only, emails, config }: DiffArguments, file: string): Promise<number> {
  const { renderProject } = await import("letterpress/vite");
  const side = await renderProject({
    ...{ emailsDir: emails, configFile: config },
    ...(only.length > 0 && { emails: only }),
  });
  // It is there whole, or not at all.
  writeFileSync(`${file}.part`, JSON.stringify(side));
  renameSync(`${file}.part`, file);
  return 0;
}

async function compare(asked: DiffArguments): Promise<number> {
  const root = process.cwd();
  requirePackages({ action: "compare", root, emailsDir: resolve(root, asked.emails ?? "emails") });
  const repository = findRepository(root);
  const git = gitIn(repository.top);
  const reference = chooseReference(git, asked.reference);
  const progress = createProgress(process.stderr);
  const tell = (line: string) => process.stderr.isTTY && progress.step(`  ${line}`);
  tell(`checking out ${reference.name}`);
  const open: { checkouts?: Checkouts; stop?: () => void } = {};
  const close = () => {
    open.stop?.();
    open.checkouts?.close();
  };
  const endBy = (signal: NodeJS.Signals) => {
    close();
    process.exit(128 + constants.signals[signal]);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.once(name, endBy);
  try {
    const checkouts = openCheckouts(repository, reference.commit);
    open.checkouts = checkouts;
    const sides = createSideRenderer({
      roots: {
        before: join(checkouts.before, repository.path),
        after: join(checkouts.after, repository.path),
      },
      scratch: checkouts.scratch,
      args: sideArguments(asked),
    });
    open.stop = sides.stop;
    tell("rendering both sides");
    const { before, after } = await sides.render();
    if (before.states.length + after.states.length === 0) {
      throw new Error("Cannot compare: there is no email on either side");
    }
    tell("comparing");
    const comparison = await compareSides(before, after, {
      renames: findRenames(gitIn(checkouts.after), reference.commit, repository.path),
      renderAgain: sides.renderAgain,
    });
    progress.end();
    const report: DiffReport = {
      ...comparison,
      ...{ reference, groups: groupChanges(comparison.changes) },
      remarks: findRemarks(gitIn(checkouts.after), reference),
    };
    const page = asked.htmlDir === undefined ? undefined : writeReview(report, asked.htmlDir);
    console.log(write(report, asked.format));
    if (page !== undefined) {
      console.error(`Both sides are shown in ${relative("", page)}`);
      if (asked.screenshots) console.error(await takePictures(page, report.groups.length, root));
    }
    return asked.exitCode && report.changes.length > 0 ? 1 : 0;
  } finally {
    progress.end();
    close();
    for (const name of signals) process.off(name, endBy);
  }
}

function sideArguments({ emails, config, only }: DiffArguments): readonly string[] {
  return [
    ...(emails === undefined ? [] : ["--emails", relative("", resolve(emails)) || "."]),
    ...(config === false ? ["--no-config"] : config === undefined ? [] : ["--config", config]),
    ...only.flatMap((id) => ["--only", id]),
  ];
}

const lockFiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

function findRemarks(git: Git, { commit, name }: Reference): readonly string[] {
  const names = lockFiles.map((file) => `:(glob)**/${file}`);
  if (git("diff", "--name-only", commit, "--", ...names) === "") return [];
  return [
    `The installed packages are not those of ${name}: both sides were rendered with what is installed now.`,
  ];
}

function write(report: DiffReport, format: DiffArguments["format"]): string {
  if (format === "json") return writeJson(report);
  if (format === "markdown") return writeMarkdown(report);
  return writeText(report, { color: hasColors(process.stdout) });
}
