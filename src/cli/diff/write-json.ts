import type { DiffReport } from "./diff-report.ts";

/** For programs. */
export function writeJson(report: DiffReport): string {
  const { reference, groups, varying, failing, remarks, stateCount, emailCount } = report;
  return JSON.stringify(
    {
      reference,
      ...{ emailCount, stateCount },
      changes: groups.map(({ first, states, all }) => {
        const { kind, formerName, change, failure, isVarying, isWholeEmail } = first;
        const formerNames = all.flatMap((one) => one.formerName ?? []);
        return {
          ...{ kind, states, isWholeEmail, isVarying },
          ...(formerName && { formerNames }),
          ...(failure !== undefined && { failure }),
          ...(change && { change }),
        };
      }),
      ...{ varying, failing, remarks },
    },
    undefined,
    2,
  );
}
