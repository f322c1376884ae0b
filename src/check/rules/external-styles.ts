import { featurePage } from "../clients/support.ts";
import type { Rule } from "../rule.ts";

/** Styles come with the mail. */
export const externalStyles: Rule = {
  name: "external-styles",
  subject: "client support",
  severity: "warning",
  summary: 'No `<link rel="stylesheet">` and no `@import`, other than for fonts.',
  reason: "Nearly no client loads it: the mail is without those styles.",
  source: featurePage("html-link"),
  check({ elements, sheets }, report) {
    const tell = (address: string, element: (typeof elements)[number]) => {
      // A font that does not load has a fallback; that is another rule.
      if (/fonts?[./-]|typekit|webfont/i.test(address)) return;
      report({
        message: "Mail clients load no style sheet",
        evidence: address,
        advice: "Put the rules in <style>, or on the elements",
        element,
        literals: [address],
      });
    };
    for (const element of elements) {
      const { name, attributes } = element;
      if (name === "link" && /\bstylesheet\b/i.test(attributes.get("rel") ?? "")) {
        tell(attributes.get("href") ?? "", element);
      }
    }
    for (const { element, sheet } of sheets) {
      for (const { name, params } of sheet.atRules) if (name === "import") tell(params, element);
    }
  },
};
