import type { Rule } from "../rule.ts";

/** Media rules are written as mail clients read them. */
export const flatMediaQueries: Rule = {
  name: "flat-media-queries",
  subject: "document",
  severity: "error",
  summary: "No media rule in a rule, and no range in its query.",
  reason:
    "Gmail drops the whole `<style>` for a nested rule; `(width >= 600px)` holds nowhere but in new browsers.",
  source: "https://github.com/hteumeuleu/email-bugs/issues/21",
  check({ sheets }, report) {
    for (const { element, sheet } of sheets) {
      const range = sheet.atRules.find(
        ({ name, params }) => name === "media" && /[<>]/.test(params),
      );
      if (range) {
        report({
          message: "A media query is written as a range, which mail clients do not read",
          evidence: `@media ${range.params}`,
          advice: "Write it with min-width or max-width",
          element,
          literals: [range.params],
        });
      }
    }
  },
};
