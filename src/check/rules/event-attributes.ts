import type { Rule } from "../rule.ts";

/** No attribute wants to run a program. */
export const eventAttributes: Rule = {
  name: "event-attributes",
  subject: "document",
  severity: "error",
  summary: "No `onclick`, `onload` and the like.",
  reason: "Every client takes them out; filters count them against the mail.",
  source: "https://html.spec.whatwg.org/#event-handler-attributes",
  check({ elements }, report) {
    for (const element of elements) {
      for (const name of element.attributes.keys()) {
        if (!/^on[a-z]{3,}$/.test(name)) continue;
        report({
          message: `${name} does nothing in any mail client`,
          evidence: `<${element.name} ${name}>`,
          advice: "Take it out",
          element,
        });
      }
    }
  },
};
