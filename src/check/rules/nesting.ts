import { getAttribute } from "../../template/html/attributes.ts";
import { findNestingFaults } from "../../template/html/check-nesting.ts";
import type { Token } from "../../template/html/token.ts";
import { tokenize } from "../../template/html/tokenize.ts";
import type { EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Elements stand where HTML allows them. */
export const nesting: Rule = {
  name: "nesting",
  subject: "document",
  severity: "error",
  summary: "No link in a link, no paragraph in a paragraph, nothing in a table outside its cells.",
  reason:
    "A mail client's parser ends the outer element early or moves the inner one out of its table.",
  source: "https://html.spec.whatwg.org/#parsing-main-inbody",
  check({ html, elements }, report) {
    for (const { message, token, severity } of findNestingFaults({ tokens: tokenize(html) })) {
      report({
        message: `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/; [^;]*$/, "")}`,
        evidence: token.raw.trim().slice(0, 120),
        advice: message.replace(/^.*; /, "").replace(/^./, (letter) => letter.toUpperCase()),
        ...(token.type === "open" && { element: findByTag(elements, token) }),
        ...(severity === "closed" && { severity: "warning" as const }),
      });
    }
  },
};

/** The last element whose attributes are those of a tag: of two that are alike, the inner one. */
function findByTag(elements: readonly EmailElement[], token: Token): EmailElement | undefined {
  return elements.findLast(
    ({ name, attributes }) =>
      name === token.name &&
      [...attributes].every(([key, value]) => getAttribute(token, key) === value),
  );
}
