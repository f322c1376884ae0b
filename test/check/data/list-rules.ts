import type { Rule } from "../../../src/check/rule.ts";
import { rules } from "../../../src/check/rules/index.ts";

const begin = "<!-- rules: written by npm run check-docs -->";
const end = "<!-- end of rules -->";

/** A document with the list of rules between its marks. */
export function listRules(document: string): string {
  const [before = "", rest = ""] = document.split(begin);
  const after = rest.slice(rest.indexOf(end));
  const subjects = [...new Set(rules.map(({ subject }) => subject))];
  const parts = subjects.map((subject) => {
    const rows = rules.filter((rule) => rule.subject === subject).map(row);
    const title = subject.charAt(0).toUpperCase() + subject.slice(1);
    return `### ${title}\n\n| rule | severity | asks for | because |\n|---|---|---|---|\n${rows.join("\n")}`;
  });
  return `${before}${begin}\n\n${parts.join("\n\n")}\n\n${after}`;
}

function row({ name, severity, isOff, summary, reason, source }: Rule): string {
  const level = isOff ? `${severity}, off` : severity;
  return `| [\`${name}\`](${source}) | ${level} | ${cell(summary)} | ${cell(reason)} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<!--", "&lt;!--");
}
