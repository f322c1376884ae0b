import type { Rule } from "../../../src/check/rule.ts";
import { rules } from "../../../src/check/rules/index.ts";
import { parts } from "./document-parts.ts";

/** A document with the list of rules between its marks. */
export function listRules(document: string): string {
  const { before, begin, end, after } = parts(document, "rules");
  const subjects = [...new Set(rules.map(({ subject }) => subject))];
  const lists = subjects.map((subject) => {
    const rows = rules.filter((rule) => rule.subject === subject).map(row);
    const title = subject.charAt(0).toUpperCase() + subject.slice(1);
    return `### ${title}\n\n| rule | severity | asks for | because |\n|---|---|---|---|\n${rows.join("\n")}`;
  });
  return `${before}${begin}\n\n${lists.join("\n\n")}\n\n${end}${after}`;
}

function row({ name, severity, isOff, summary, reason, source }: Rule): string {
  const level = isOff ? `${severity}, off` : severity;
  return `| [\`${name}\`](${source}) | ${level} | ${cell(summary)} | ${cell(reason)} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<!--", "&lt;!--");
}
