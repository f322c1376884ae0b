import { rules } from "../../check/rules/index.ts";
import { type CheckReport, placeOf, whereOf } from "./report.ts";

/** A report that build servers show: a test for each rule, which fails with what it found. */
export function writeJunit({ findings }: CheckReport): string {
  const cases = rules.map(({ name, subject }) => {
    const own = findings.filter(({ rule }) => rule === name);
    const failures = own.map((finding) => {
      const text = `${placeOf(finding)}\n${finding.evidence}\n${finding.advice}\n${whereOf(finding)}`;
      return `<failure type="${finding.severity}" message="${escapeXml(finding.message)}">${escapeXml(text)}</failure>`;
    });
    return `    <testcase classname="${escapeXml(subject)}" name="${name}">${failures.join("")}</testcase>`;
  });
  const failed = new Set(findings.map(({ rule }) => rule)).size;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite name="letterpress check" tests="${rules.length}" failures="${failed}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
