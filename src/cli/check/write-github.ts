import { type CheckReport, countFindings, whereOf } from "./report.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Annotations of a pull request. @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function writeGithub({ findings, problems }: CheckReport): string {
  const lines = findings.map((finding) => {
    const { severity, rule, message, evidence, advice, source } = finding;
    const place = source
      ? [`file=${property(source.file)}`, `line=${source.line}`, `col=${source.column}`]
      : [];
    const facts = [...place, `title=${property(rule)}`].join(",");
    const text = `${message}\n${evidence}\n${advice}\n${whereOf(finding)}`;
    return `::${commands[severity]} ${facts}::${data(text)}`;
  });
  return [
    ...lines,
    ...problems.map((problem) => `::warning title=letterpress check::${data(problem)}`),
    `letterpress check: ${countFindings(findings)} found`,
  ].join("\n");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
