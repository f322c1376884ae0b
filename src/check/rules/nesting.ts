import { findNestingFaults } from "../../template/html/check-nesting.ts";
import { tokenize } from "../../template/html/tokenize.ts";
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
      const element = elements.find(({ name }) => name === token.name);
      report({
        message: `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/; [^;]*$/, "")}`,
        evidence: token.raw.trim().slice(0, 120),
        advice: message.replace(/^.*; /, "").replace(/^./, (letter) => letter.toUpperCase()),
        ...(token.type === "open" &&
          element && { element: findByTag(elements, token.raw) ?? element }),
        ...(severity === "closed" && { severity: "warning" as const }),
      });
    }
  },
};

/** The first element whose attributes are those of a tag. */
function findByTag(
  elements: Parameters<Rule["check"]>[0]["elements"],
  raw: string,
): (typeof elements)[number] | undefined {
  return elements.find(
    ({ name, attributes }) =>
      raw.slice(1).toLowerCase().startsWith(name) &&
      attributes.size > 0 &&
      [...attributes.values()].every((value) => value === "" || raw.includes(value.slice(0, 20))),
  );
}
