import { isPlaceholder, linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Only what was asked is judged. @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const linkAnswers: Rule = {
  name: "link-answers",
  subject: "links",
  severity: "warning",
  summary: "Under `--online`: each link answers, at the address that is written.",
  reason: "A page that is gone, or a host that no one knows, is what the reader gets.",
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
  check(email, report) {
    for (const { element, href } of linksOf(email)) {
      const answer = isPlaceholder(href) ? undefined : email.answers?.get(href);
      if (!answer) continue;
      const evidence = showAddress(href);
      const literals = [href];
      if (answer.kind === "fails") {
        report({
          ...{ element, evidence, literals, message: `A link does not work: ${answer.reason}` },
          advice: "Correct the address, or bring the page back",
        });
      } else if (answer.kind === "moved") {
        report({
          ...{ element, evidence, literals, severity: "info" },
          message: "A link has moved for good",
          advice: `Write ${showAddress(answer.address)}`,
        });
      }
    }
  },
};
