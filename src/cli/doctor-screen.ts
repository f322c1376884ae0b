import type { Drift } from "../doctor/compare-reports.ts";
import { type DoctorReport, isOffline } from "../doctor/report.ts";
import type { DoctorResult, ResultGroup, ResultStatus } from "../doctor/result.ts";
import { printable } from "./printable.ts";

const titles: Readonly<Record<ResultGroup, string>> = {
  ...{ configured: "Configured", reachable: "Reachable", dns: "DNS", postmark: "Postmark" },
  ...{ account: "Account", received: "Received message" },
};

const words: Readonly<Record<ResultStatus, string>> = {
  ...{ ok: "ok", warning: "change", error: "WRONG", unknown: "unknown", skipped: "skipped" },
};

const indent = " ".repeat(11);

/** A report as one screen: the verdict, then each thing with what fixes it. */
export function toScreen(report: DoctorReport, width = 100): string {
  const lines = [headline(report)];
  for (const [group, title] of Object.entries(titles)) {
    const results = report.results.filter((one) => one.group === group);
    if (results.length === 0) continue;
    lines.push("", title, ...results.flatMap((one) => describe(one, width)));
  }
  return lines.join("\n");
}

/** What changed, one line each. */
export function toDriftScreen(drifts: readonly Drift[], since: string): string {
  if (drifts.length === 0) return `\nNothing changed since ${since}.`;
  const lines = drifts.map(({ subject, before, after, isWorse }) => {
    const said = (one: Drift["before"]) => (one ? words[one.status] : "not looked at");
    const line = `${isWorse ? "worse " : ""}${subject}: ${said(before)} → ${said(after)}`;
    const was =
      before && after && before.message !== after.message ? ` (was: ${before.message})` : "";
    return `  ${printable(line + was)}`;
  });
  return ["", `Changed since ${since}`, ...lines].join("\n");
}

function headline(report: DoctorReport): string {
  const { verdict, domain, results } = report;
  const count = (status: ResultStatus) => results.filter((one) => one.status === status).length;
  const parts = [
    ...(count("error") > 0 ? [`${count("error")} wrong`] : []),
    ...(count("warning") > 0 ? [`${count("warning")} to change`] : []),
    ...(count("unknown") > 0 ? [`${count("unknown")} could not be looked at`] : []),
    ...(isOffline(report) ? ["nothing on the network answered"] : []),
  ];
  const about = domain ?? "no domain";
  return `${verdict.toUpperCase()}  ${about}: ${parts.join(", ") || "nothing to change"}`;
}

function describe(result: DoctorResult, width: number): readonly string[] {
  const { status, subject, message, fix, record } = result;
  const [first = "", ...rest] = wrap(printable(`${subject}: ${message}`), width - indent.length);
  return [
    `  ${words[status].padEnd(9)}${first}`,
    ...rest.map((line) => indent + line),
    ...(fix ? wrap(printable(`→ ${fix}`), width - indent.length) : []).map((line) => indent + line),
    // A record stays on one line, so that it can be copied.
    ...(record
      ? [`${indent}  ${printable(`${record.type}  ${record.name}  ${shown(record)}`)}`]
      : []),
  ];
}

function shown({ type, value }: NonNullable<DoctorResult["record"]>): string {
  return type === "TXT" ? `"${value}"` : value;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
