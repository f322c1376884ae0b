import type { WordPart } from "../../diff/words/compare-words.ts";
import { changeLines } from "./change-lines.ts";
import { describeGroup, describeStates } from "./describe-states.ts";
import { type DiffReport, describeReference, summarize } from "./diff-report.ts";

/** What a comment on a pull request may hold, less some room; in characters. */
const longest = 60_000;

/** For a comment on a pull request. */
export function writeMarkdown(report: DiffReport): string {
  const { groups, varying, failing, remarks, reference, statesOf } = report;
  const head = [
    `### Emails: ${quoted(summarize(report))}`,
    `Compared with ${quoted(describeReference(reference))}`,
  ];
  const end = [
    ...(varying.length > 0
      ? [
          `Other each time they are rendered, else the same: ${quoted(describeStates(varying, statesOf))}`,
        ]
      : []),
    ...(failing.length > 0
      ? [`Do not render on either side: ${quoted(describeStates(failing, statesOf))}`]
      : []),
    ...remarks.map(quoted),
  ];
  const blocks: string[] = [];
  let length = 0;
  for (const [at, group] of groups.entries()) {
    const { failure, isVarying } = group.all[0];
    const block = [
      `#### ${quoted(describeGroup(group, statesOf))}`,
      [
        ...group.items.flatMap(changeLines).map(({ label, on, parts }) => {
          const about = on && `${quoted(on)} `;
          return `- **${quoted(label)}** ${about}${parts.map(mark).join("")}`;
        }),
        ...(failure ? [`- ${quoted(failure)}`] : []),
        ...(isVarying ? ["- Parts that are others each time were not compared."] : []),
      ].join("\n"),
    ].filter(Boolean);
    length += block.join("").length;
    if (length > longest) {
      blocks.push(`…and ${groups.length - at} more; \`letterpress diff\` shows all.`);
      break;
    }
    blocks.push(...block);
  }
  return [...head, ...blocks, ...end].join("\n\n");
}

function mark({ op, text }: WordPart): string {
  if (op === "same") return quoted(text);
  // Marks stick to the words: with a space inside, they would show as they are.
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === "") return before + after;
  const tag = op === "removed" ? "del" : "ins";
  return `${before}<${tag}>${quoted(words)}</${tag}>${after}`;
}

function quoted(text: string): string {
  return text
    .replace(/[\\`*_[\]|#~@]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\s*\n\s*/g, " ");
}
