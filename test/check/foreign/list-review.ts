import { parts } from "../data/document-parts.ts";
import type { ForeignFinding } from "./check-foreign.ts";
import { reviews } from "./review.ts";

/** So many are shown: the most frequent. */
const most = 10;

/** A document with the review of what is found most often between its marks. */
export function listReview(document: string, findings: readonly ForeignFinding[]): string {
  const { before, begin, end, after } = parts(document, "review");
  const names = [...new Set(findings.map(({ rule }) => rule))];
  const counted = names
    .map((name) => {
      const own = findings.filter(({ rule }) => rule === name);
      const templates = new Set(own.map(({ template }) => template)).size;
      return { name, count: own.length, templates };
    })
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  const rows = counted.slice(0, most).map(({ name, count, templates }) => {
    const { verdict, because } = reviews[name] ?? { verdict: "", because: "" };
    return `| \`${name}\` | ${count} in ${templates} | ${verdict} | ${because} |`;
  });
  const table = `| rule | found | is it right? | because |\n|---|---|---|---|\n${rows.join("\n")}`;
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}
