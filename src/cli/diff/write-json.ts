import type { DiffReport } from "./diff-report.ts";

/** For programs: each state by itself. */
export function writeJson(report: DiffReport): string {
  const { reference, changes, varying, failing, remarks, stateCount, emailCount } = report;
  return JSON.stringify(
    {
      reference,
      ...{ emailCount, stateCount },
      // The bodies are what git and the files are for.
      changes: changes.map(({ before: _, after: __, ...change }) => change),
      ...{ varying, failing, remarks },
    },
    undefined,
    2,
  );
}
