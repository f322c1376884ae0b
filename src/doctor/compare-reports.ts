import type { DoctorReport } from "./report.ts";
import type { DoctorResult, ResultStatus } from "./result.ts";

/** What differs between two runs. */
export interface Drift {
  readonly id: string;
  readonly subject: string;
  /** `undefined` where it was not looked at. */
  readonly before: Pick<DoctorResult, "status" | "message"> | undefined;
  readonly after: Pick<DoctorResult, "status" | "message"> | undefined;
  readonly isWorse: boolean;
}

const rank: Readonly<Record<ResultStatus, number>> = {
  ...{ ok: 0, skipped: 0, unknown: 1, warning: 2, error: 3 },
};

/** Compares what two runs found: each thing that is said in another way, in the order of the later run. */
export function compareReports(before: DoctorReport, after: DoctorReport): readonly Drift[] {
  const old = new Map(before.results.map((one) => [one.id, one]));
  const now = new Map(after.results.map((one) => [one.id, one]));
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  return ids.flatMap((id): Drift[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was?.status === is?.status && was?.message === is?.message) return [];
    const rankOf = (one: DoctorResult | undefined) => (one ? rank[one.status] : 0);
    const pick = (one: DoctorResult | undefined) =>
      one && { status: one.status, message: one.message };
    return [
      {
        ...{ id, subject: (is ?? was)?.subject ?? id, before: pick(was), after: pick(is) },
        isWorse: rankOf(is) > rankOf(was),
      },
    ];
  });
}
