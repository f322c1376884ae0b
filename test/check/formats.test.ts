import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check/check-email.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { CheckReport } from "../../src/cli/check/report.ts";
import { writeGithub } from "../../src/cli/check/write-github.ts";
import { writeJson } from "../../src/cli/check/write-json.ts";
import { writeJunit } from "../../src/cli/check/write-junit.ts";
import { writeMarkdown } from "../../src/cli/check/write-markdown.ts";
import { writeSarif } from "../../src/cli/check/write-sarif.ts";
import { writeText } from "../../src/cli/check/write-text.ts";
import { toEmail } from "./fixture.ts";

const hostile = toEmail("<p>Hello undefined, 50% | &lt;b&gt; \u0007</p>");
const findings: readonly Finding[] = createChecker({ rules: { "lost-characters": "off" } })
  .check({ ...hostile, id: "order", variant: "a, b" })
  .map((finding) => ({ ...finding, source: { file: "emails/my order.tsx", line: 2, column: 3 } }));

const report: CheckReport = {
  findings,
  ...{ emailCount: 1, stateCount: 1, supportDate: "2025-09-09" },
  problems: ["Cannot check x: it does not render"],
  sourceOf: () => "one\n  <p>two</p>\nthree",
};

describe("the formats of letterpress check", () => {
  test("text shows the line, what was seen and what to do", () => {
    const text = writeText(report);
    expect(text).toContain("emails/my order.tsx:2:3");
    expect(text).toContain("> 2 |   <p>two</p>");
    expect(text).toContain("seen: ");
    expect(text).toContain("1 error found");
  });

  test("JSON is JSON, with the places", () => {
    expect(JSON.parse(writeJson(report))).toMatchObject({
      version: 1,
      findings: [{ rule: "unrendered-values", source: { line: 2 } }],
    });
  });

  test("SARIF names the rule, the level and the place as a URI", () => {
    const { runs } = JSON.parse(writeSarif(report));
    const [result] = runs[0].results;
    expect(result).toMatchObject({ ruleId: "unrendered-values", ruleIndex: 0, level: "error" });
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "emails/my%20order.tsx" },
      region: { startLine: 2, startColumn: 3 },
    });
    expect(runs[0].tool.driver.rules[0].id).toBe("unrendered-values");
  });

  test("GitHub's commands hold nothing that would end them", () => {
    const [command = ""] = writeGithub(report).split("\n");
    expect(command).toMatch(
      /^::error file=emails\/my order\.tsx,line=2,col=3,title=unrendered-values::/,
    );
    expect(command).toContain("50%25");
  });

  test("JUnit is XML, whatever the email says", () => {
    const xml = writeJunit(report);
    expect(xml).toContain('<failure type="error"');
    expect(xml).not.toContain("\u0007");
    expect(xml).not.toContain("<b>");
  });

  test("Markdown keeps its table, whatever the email says", () => {
    const row =
      writeMarkdown(report)
        .split("\n")
        .find((line) => line.startsWith("| ❌")) ?? "";
    expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
    expect(row).not.toContain("<b>");
  });
});
