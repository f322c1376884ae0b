import { familiesWithout, featurePage } from "../clients/support.ts";
import type { Rule } from "../rule.ts";

const controls = /^(?:form|input|select|textarea)$/;

/** Nothing in the email wants to be filled in. */
export const noForm: Rule = {
  name: "no-form",
  subject: "document",
  severity: "error",
  summary: "No `<form>` and no field.",
  reason:
    "Outlook shows the field as text, others warn of the form or send nothing; a link to a page works everywhere.",
  source: featurePage("html-form"),
  check({ shown }, report, { clients }) {
    for (const element of shown) {
      if (!controls.test(element.name)) continue;
      if (
        element.name === "input" &&
        /^(?:hidden|checkbox|radio)$/i.test(element.attributes.get("type") ?? "")
      )
        continue;
      report({
        message: `<${element.name}> cannot be used in many mail clients`,
        evidence: `<${element.name}>`,
        advice: "Link to a page with the form",
        element,
        clients: familiesWithout("html-form", clients),
      });
    }
  },
};
