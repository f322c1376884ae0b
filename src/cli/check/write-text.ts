import { codeFrame } from "../../build/code-frame.ts";
import { amount } from "../amount.ts";
import { type CheckReport, countFindings, placeOf, whereOf } from "./report.ts";

/** For people: each finding with the lines of the source around it. */
export function writeText(report: CheckReport): string {
  const { findings, problems, emailCount, stateCount, supportDate, sourceOf } = report;
  const blocks = findings.map((finding) => {
    const { severity, rule, message, evidence, advice, source, isEstimate, edit } = finding;
    const code = source && sourceOf(source.file);
    const frame = source && code ? codeFrame(code, source.line, source.column) : null;
    return [
      `${severity}  ${message}  [${rule}]`,
      `  ${placeOf(finding)}`,
      `  ${whereOf(finding)}`,
      ...(frame ? [frame.replace(/^/gm, "    ")] : []),
      `  seen: ${evidence}${isEstimate ? " (estimated)" : ""}`,
      `  do:   ${advice}${edit ? `; --fix does: ${edit.title}` : ""}`,
    ].join("\n");
  });
  const what = `${amount(emailCount, "email")}, ${amount(stateCount, "variant")}`;
  const end = `${what} checked: ${countFindings(findings)} found. Client data: caniemail.com, ${supportDate}`;
  return [...blocks, ...problems, end].join("\n\n");
}
