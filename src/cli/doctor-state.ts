import { lstatSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DoctorReport } from "../doctor/report.ts";

/** A run that was kept. */
export interface KeptReport {
  /** ISO 8601. */
  readonly at: string;
  readonly report: DoctorReport;
}

/** The last run for a domain; `undefined` when there is none that can be read. */
export async function readLastReport(
  root: string,
  domain: string | undefined,
): Promise<KeptReport | undefined> {
  try {
    const kept = JSON.parse(await readFile(fileOf(root, domain), "utf8")) as KeptReport;
    const { at, report } = kept;
    return typeof at === "string" && Array.isArray(report?.results) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a run, for the next one to be compared with. */
export async function keepReport(root: string, kept: KeptReport): Promise<void> {
  const file = fileOf(root, kept.report.domain);
  await mkdir(dirname(file), { recursive: true });
  if (!file.includes("node_modules")) await writeFile(join(root, ".letterpress/.gitignore"), "*\n");
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(kept));
  await rename(draft, file);
}

function fileOf(root: string, domain = "no-domain"): string {
  const modules = join(root, "node_modules");
  const hasModules = lstatSync(modules, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folder = hasModules ? join(modules, ".cache/letterpress") : join(root, ".letterpress");
  return join(folder, "doctor", `${domain}.json`);
}
