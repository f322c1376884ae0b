import type { DoctorResult, ResultStatus } from "./result.ts";

/**
 * `ok`: nothing to change. `warnings`: mail goes out, and something is worth changing. `faulty`:
 * something is wrong. `unknown`: nothing wrong was found, but not all could be looked at.
 */
export type Verdict = "ok" | "warnings" | "faulty" | "unknown";

/** What a run found. */
export interface DoctorReport {
  readonly verdict: Verdict;
  readonly domain: string | undefined;
  readonly results: readonly DoctorResult[];
}

/** Sums results up. */
export function toReport(
  domain: string | undefined,
  results: readonly DoctorResult[],
): DoctorReport {
  const has = (status: ResultStatus) => results.some((one) => one.status === status);
  const verdict = has("error")
    ? "faulty"
    : has("unknown")
      ? "unknown"
      : has("warning")
        ? "warnings"
        : "ok";
  return { verdict, domain, results };
}

/** For CI: 0 when mail can go out, 1 when something is wrong, 2 when that could not be found out. */
export function exitCodeOf({ verdict }: DoctorReport): number {
  return { ok: 0, warnings: 0, faulty: 1, unknown: 2 }[verdict];
}

/** Whether nothing on the network gave an answer. */
export function isOffline({ results }: DoctorReport): boolean {
  const asked = results.filter(
    ({ group, status }) => !["configured", "received"].includes(group) && status !== "skipped",
  );
  return asked.length > 0 && asked.every(({ status }) => status === "unknown");
}
