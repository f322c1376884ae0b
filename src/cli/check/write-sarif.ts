import type { Log, Run } from "sarif";
import { rules } from "../../check/rules/index.ts";
import { packageVersion } from "../version.ts";
import { type CheckReport, whereOf } from "./report.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** For code scanning. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function writeSarif({ findings, problems }: CheckReport): string {
  const used = rules.filter(({ name }) => findings.some(({ rule }) => rule === name));
  const run: Run = {
    tool: {
      driver: {
        name: "letterpress check",
        version: packageVersion(),
        informationUri: "https://www.npmjs.com/package/letterpress",
        rules: used.map(({ name, summary, reason, source, severity }) => ({
          id: name,
          shortDescription: { text: summary },
          fullDescription: { text: reason },
          helpUri: source,
          defaultConfiguration: { level: levels[severity] },
        })),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: problems.map((text) => ({
          level: "warning",
          message: { text },
        })),
      },
    ],
    results: findings.map((finding) => {
      const { rule, severity, message, evidence, advice, source } = finding;
      return {
        ruleId: rule,
        ruleIndex: used.findIndex(({ name }) => name === rule),
        level: levels[severity],
        message: { text: `${message}. ${evidence}. ${advice}. In ${whereOf(finding)}` },
        ...(source && {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(source.file) },
                region: { startLine: source.line, startColumn: source.column },
              },
            },
          ],
        }),
      };
    }),
  };
  const log: Log = {
    ...{ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0" },
    runs: [run],
  };
  return JSON.stringify(log, null, 2);
}
