import type { WordPart } from "../../diff/words/compare-words.ts";
import { printable } from "../printable.ts";
import { changeLines } from "./change-lines.ts";
import { describeGroup, describeStates } from "./describe-states.ts";
import { type DiffReport, describeReference, summarize } from "./diff-report.ts";

const labelWidth = 12;

/** For people, in a terminal. */
export function writeText(report: DiffReport, { color }: { readonly color: boolean }): string {
  const paint = (code: string, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const mark = ({ op, text }: WordPart): string => {
    const plain = printable(text);
    if (op === "same") return plain;
    if (color) return paint(op === "removed" ? "31;9" : "32", plain);
    return op === "removed" ? `[-${plain}-]` : `{+${plain}+}`;
  };
  const { varying, failing, remarks, statesOf } = report;
  const blocks = report.groups.map((group) => {
    const { failure, isVarying } = group.all[0];
    return [
      paint("1", printable(describeGroup(group, statesOf))),
      ...group.items.flatMap(changeLines).map(({ label, on, parts }) => {
        const shown = printable(on && `${on} `) + parts.map(mark).join("");
        return `  ${paint("2", printable(label).padEnd(labelWidth))} ${shown}`;
      }),
      ...(failure ? [`  ${printable(failure)}`] : []),
      ...(isVarying ? [paint("2", "  Parts that are others each time were not compared.")] : []),
    ].join("\n");
  });
  return [
    `Compared with ${printable(describeReference(report.reference))}`,
    ...blocks,
    ...(varying.length > 0
      ? [
          `Other each time they are rendered, else the same: ${printable(describeStates(varying, statesOf))}`,
        ]
      : []),
    ...(failing.length > 0
      ? [`Do not render on either side: ${printable(describeStates(failing, statesOf))}`]
      : []),
    ...remarks.map(printable),
    summarize(report),
  ].join("\n\n");
}
