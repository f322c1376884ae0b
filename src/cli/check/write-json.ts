import type { CheckReport } from "./report.ts";

/** For programs: fields are only ever added. */
export function writeJson(report: CheckReport): string {
  const { findings, problems, emailCount, stateCount, supportDate } = report;
  const shown = findings.map(({ literals, same, fix, ...finding }) => finding);
  return JSON.stringify(
    { version: 1, emailCount, stateCount, supportDate, problems, findings: shown },
    null,
    2,
  );
}
