import type { Rule } from "../rule.ts";

const runs = /^\s*(?:javascript|vbscript|data:text\/html)/i;

/** No address wants to run a program. */
export const scriptUrls: Rule = {
  name: "script-urls",
  subject: "document",
  severity: "error",
  summary: "No `javascript:`, `vbscript:` or `data:text/html` address.",
  reason:
    "Clients disarm the link, so that nothing happens, and filters take the mail for an attack.",
  source: "https://www.caniemail.com/search/?s=link",
  check({ elements }, report) {
    for (const element of elements) {
      for (const name of ["href", "src", "action", "background"]) {
        const value = element.attributes.get(name);
        if (value === undefined || !runs.test(value)) continue;
        report({
          message: `The ${name} of <${element.name}> runs a program, which mail clients forbid`,
          evidence: value.slice(0, 60),
          advice: "Give it an https: address",
          element,
          literals: [value],
        });
      }
    }
  },
};
