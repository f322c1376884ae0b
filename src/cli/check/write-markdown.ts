import { amount } from "../amount.ts";
import { type CheckReport, countFindings, placeOf, whereOf } from "./report.ts";

const marks = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** For a comment on a pull request. */
export function writeMarkdown(report: CheckReport): string {
  const { findings, problems, emailCount, stateCount } = report;
  const rows = findings.map((finding) => {
    const { severity, rule, message, evidence } = finding;
    const cells = [
      `${marks[severity]} \`${rule}\``,
      `${cell(message)}<br>${cell(evidence)}`,
      `\`${placeOf(finding)}\`<br>${cell(whereOf(finding))}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    `### Emails: ${countFindings(findings)} found`,
    `${amount(emailCount, "email")}, ${amount(stateCount, "variant")} checked`,
    ...(rows.length > 0 ? [["| rule | what | where |", "|---|---|---|", ...rows].join("\n")] : []),
    ...problems.map((problem) => `- ${cell(problem)}`),
  ].join("\n\n");
}

function cell(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replace(/\s*\n\s*/g, " ");
}
