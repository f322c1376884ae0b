import type { CheckedEmail } from "../document/checked-email.ts";
import type { Rule } from "../rule.ts";

/** From here on there is little room left. */
const nearly = 0.8;

/** Gmail shows the whole email. */
export const clippedByGmail: Rule = {
  name: "clipped-by-gmail",
  subject: "size",
  severity: "error",
  summary: "The HTML is below 102 KB.",
  reason: "Gmail cuts behind 102 KB: the end is missing, with the footer, and so are all styles.",
  source: "https://github.com/hteumeuleu/email-bugs/issues/41",
  check(email, report, { budgets: { htmlBytes: limit } }) {
    const { htmlBytes, elements } = email;
    if (htmlBytes <= limit * nearly) return;
    const isOver = htmlBytes > limit;
    report({
      message: isOver
        ? `The HTML is larger than ${kilobytes(limit)}, and Gmail clips it`
        : `The HTML is close to ${kilobytes(limit)}, where Gmail clips`,
      evidence: `${kilobytes(htmlBytes)}: ${whatTakesRoom(email)}`,
      advice: "Show fewer rows with a link to all, and use classes for what repeats",
      severity: isOver ? "error" : "warning",
      element: elements[0],
      same: String(isOver),
    });
  },
};

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
}

function whatTakesRoom({ html, htmlBytes, sheets }: CheckedEmail): string {
  const inline = (html.match(/\sstyle="[^"]*"/g) ?? []).reduce(
    (sum, { length }) => sum + length,
    0,
  );
  const styles = sheets.reduce((sum, { sheet }) => sum + sheet.css.length, 0);
  const data = (html.match(/data:[^"')\s]{100,}/g) ?? []).reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return (
    [
      ["styles on elements", inline],
      ["<style>", styles],
      ["data: addresses", data],
    ]
      .filter((row): row is [string, number] => Number(row[1]) > htmlBytes / 50)
      .map(([name, bytes]) => `${name} ${Math.round((bytes / htmlBytes) * 100)} %`)
      .join(", ") || "most of it is markup and text"
  );
}
