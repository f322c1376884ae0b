import { numberHeader } from "./spam-mail.ts";
import type { SpamTest, SpamVerdict } from "./spam-verdict.ts";

/** Headers that SpamAssassin is told to write, from which {@link readVerdicts} reads. */
export const verdictHeaders = [
  "clear_headers",
  "add_header all Letterpress _TESTSSCORES(,)_",
  "add_header all Report _REPORT_",
  "clear_report_template",
  "report _SUMMARY_",
] as const;

/** Reads the box that SpamAssassin gives back. @returns tests by number of the mail */
export function readVerdicts(box: string): ReadonlyMap<number, readonly SpamTest[]> {
  const found = new Map<number, readonly SpamTest[]>();
  for (const mail of box.split(/^From /m)) {
    const head = (mail.split(/\n\n/, 1)[0] ?? "").replace(/\n[ \t]+/g, " ");
    const number = new RegExp(`^${numberHeader}: (\\d+)$`, "m").exec(head)?.[1];
    const said = /^X-Spam-Letterpress: (.*)$/m.exec(head)?.[1];
    if (number === undefined || said === undefined) continue;
    const report = /^X-Spam-Report: (.*)$/m.exec(head)?.[1] ?? "";
    const tests = said.split(/,\s*/).flatMap((pair): SpamTest[] => {
      const [name = "", points = ""] = pair.trim().split("=");
      if (points === "") return [];
      return [{ name, points: Number(points), description: descriptionOf(name, report) }];
    });
    found.set(Number(number), tests);
  }
  return found;
}

/** `*  1.0 US_DOLLARS_3 BODY: Mentions millions of $`, with stars where a line was broken. */
function descriptionOf(name: string, report: string): string {
  const from = report.indexOf(` ${name} `);
  if (from < 0) return "";
  const rest = report.slice(from + name.length + 2);
  const end = /\s\*\s+-?\d+\.\d\s/.exec(rest)?.index ?? rest.length;
  return rest
    .slice(0, end)
    .replace(/\s+\*\s+/g, " ")
    .trim();
}

/** What is left of a mail's tests without those that any mail meets. */
export function toVerdict(tests: readonly SpamTest[], neutral: readonly SpamTest[]): SpamVerdict {
  const usual = new Set(neutral.map(({ name }) => name));
  const own = tests
    .filter(({ name }) => !usual.has(name))
    .sort((one, other) => other.points - one.points);
  const sum = own.reduce((all, { points }) => all + points, 0);
  // A test of a thousandth of a point is SpamAssassin's way of taking a note.
  const counting = own.filter(({ points }) => Math.abs(points) >= 0.05);
  return { points: Math.round(sum * 10) / 10, tests: counting };
}
