import type { Rule } from "../rule.ts";

const refused = /^(?:script|iframe|frame|frameset|object|embed|applet|portal)$/;

/** Nothing in the email wants to run or to load a page. */
export const noScript: Rule = {
  name: "no-script",
  subject: "document",
  severity: "error",
  summary: "No `<script>`, `<iframe>`, `<object>`, `<embed>`.",
  reason: "Every client takes them out, and filters take the mail for an attack.",
  source: "https://www.caniemail.com/search/?s=script",
  check({ elements }, report) {
    for (const element of elements) {
      const type = element.attributes.get("type") ?? "";
      if (!refused.test(element.name) || /^application\/(?:ld\+)?json$/i.test(type)) continue;
      report({
        message: `<${element.name}> is taken out by every mail client`,
        evidence: `<${element.name}>`,
        advice: "Take it out, and link to a page instead",
        element,
      });
    }
  },
};
