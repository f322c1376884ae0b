import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

const samples =
  /\blorem ipsum\b|\bdolor sit amet\b|\[(?:[Yy]our|[Ii]nsert|[Cc]ompany|[Ff]irst|[Ll]ast)[ _-]?[a-z ]{0,20}\]|\b(?:TODO|FIXME|TBD)\b:?(?=\s|$)|\bYour Company(?: Name| Inc| LLC)?\b(?=[,.]?$)/;

/** No words are left that only held a place. */
export const sampleText: Rule = {
  name: "sample-text",
  subject: "leftovers",
  severity: "warning",
  summary: "No “lorem ipsum”, `[Your name]`, `TODO`.",
  reason: "It was to be replaced, and the reader reads it.",
  source: "https://www.lipsum.com/",
  check(email, report) {
    const tell = (text: string, more: object) => {
      const found = samples.exec(text)?.[0] ?? /\blorem ipsum\b/i.exec(text)?.[0];
      if (!found) return;
      report({
        message: `“${found}” only holds the place of other words`,
        evidence: quote(text),
        advice: "Write what the reader is to read",
        literals: [found],
        ...more,
      });
    };
    for (const { text, element } of passagesOf(email)) tell(text, { element });
    tell(email.subject, { part: "subject" });
  },
};
