import { attribute } from "../document/element.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

const placeholder =
  /\{\{\{?[^{}]{1,80}\}?\}\}|\{%[^%]{1,80}%\}|<%[^%]{1,80}%>|%%[\w ]{1,40}%%|\*\|[\w:]{1,40}\|\*|\$\{[\w.()[\]]{1,60}\}/g;
/** Postmark fills these in. @see https://postmarkapp.com/support/article/1208-how-to-add-an-unsubscribe-link */
const postmark = /^\{\{\{?\s*pm:\w+\s*\}?\}\}$/;

/** Nothing is left that another program was to fill in. */
export const unresolvedPlaceholders: Rule = {
  name: "unresolved-placeholders",
  subject: "leftovers",
  severity: "error",
  summary: "No `{{name}}`, `<%= %>`, `%%name%%`, `*|NAME|*` and the like; Postmark's own are fine.",
  reason: "No one fills it in after the render: the reader gets the braces.",
  source: "https://postmarkapp.com/support/article/1208-how-to-add-an-unsubscribe-link",
  check(email, report) {
    const tell = (text: string, more: object) => {
      for (const [found] of text.matchAll(placeholder)) {
        if (postmark.test(found)) continue;
        report({
          message: `${found} was not filled in`,
          evidence: quote(text),
          advice: "Fill it in from a prop",
          literals: [found],
          ...more,
        });
      }
    };
    for (const { prose, element } of passagesOf(email)) tell(prose, { element });
    for (const element of email.shown) {
      for (const name of ["href", "src", "alt", "title"]) {
        const value = attribute(element, name);
        if (value) tell(decode(value), { element });
      }
    }
    tell(email.subject, { part: "subject" });
  },
};

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
