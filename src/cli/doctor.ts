import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseEnv } from "node:util";
import { systemClock } from "../clock.ts";
import { compareReports } from "../doctor/compare-reports.ts";
import { judgeHeaders } from "../doctor/received/judge-headers.ts";
import { type DoctorReport, exitCodeOf, isOffline, toReport } from "../doctor/report.ts";
import { runDoctor } from "../doctor/run-doctor.ts";
import type { DoctorArguments } from "./doctor-arguments.ts";
import { toDoctorContext } from "./doctor-context.ts";
import { toDriftScreen, toScreen } from "./doctor-screen.ts";
import { keepReport, readLastReport } from "./doctor-state.ts";

/** Looks at all that mail needs to arrive. @returns the exit code: 1 when something is wrong, 2 when that is not known */
export async function doctor(asked: DoctorArguments): Promise<number> {
  if (asked.headers !== undefined) {
    const source =
      asked.headers === "-" ? await text(process.stdin) : await readFile(asked.headers, "utf8");
    const report = toReport(asked.domain, judgeHeaders(source, asked.domain));
    console.log(asked.json ? JSON.stringify(report) : toScreen(report, widthOf()));
    return exitCodeOf(report);
  }
  const fromFile = asked.envFile ? parseEnv(await readFile(asked.envFile, "utf8")) : {};
  const context = await toDoctorContext(asked, { ...fromFile, ...process.env });
  return conclude(asked, await runDoctor(context));
}

async function conclude(asked: DoctorArguments, report: DoctorReport): Promise<number> {
  const root = process.cwd();
  const last = asked.sinceLast ? await readLastReport(root, report.domain) : undefined;
  const drift = last && compareReports(last.report, report);
  if (asked.json) {
    const since = asked.sinceLast && { since: last?.at ?? null, drift: drift ?? [] };
    console.log(JSON.stringify({ ...report, ...since }));
  } else {
    console.log(toScreen(report, widthOf()));
    if (drift) console.log(toDriftScreen(drift, last.at));
    else if (asked.sinceLast) console.log("\nThere is no earlier run to compare with.");
  }
  // A run without a network says nothing that the next one could be compared with.
  if (!isOffline(report)) {
    const at = new Date(systemClock.now()).toISOString();
    await keepReport(root, { at, report });
  }
  return exitCodeOf(report) || (drift?.some(({ isWorse }) => isWorse) ? 1 : 0);
}

function widthOf(): number {
  return Math.min(Math.max(process.stdout.columns ?? 100, 60), 120);
}
