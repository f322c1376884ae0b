import { attribute } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Readers may enlarge the email. */
export const viewport: Rule = {
  name: "viewport",
  subject: "document",
  severity: "error",
  summary: "The viewport is as wide as the device and lets readers zoom.",
  reason: "A phone shows it tiny, or keeps those who see badly from enlarging it.",
  source: "https://dequeuniversity.com/rules/axe/4.10/meta-viewport",
  check({ elements }, report) {
    const meta = elements.find(
      (element) =>
        element.name === "meta" && attribute(element, "name")?.toLowerCase() === "viewport",
    );
    const content = meta && (attribute(meta, "content") ?? "");
    if (content === undefined) {
      report({
        message: "The document has no viewport",
        evidence: 'no <meta name="viewport">',
        advice:
          'Put <meta name="viewport" content="width=device-width, initial-scale=1"> in <Head>',
        severity: "warning",
        element: elements.find(({ name }) => name === "head"),
      });
      return;
    }
    const scale = /maximum-scale\s*=\s*([\d.]+)/i.exec(content)?.[1];
    const isFixed =
      /user-scalable\s*=\s*(?:no|0)/i.test(content) || (scale !== undefined && Number(scale) < 2);
    if (!isFixed) return;
    report({
      message: "The viewport keeps readers from enlarging the email",
      evidence: `content="${content}"`,
      advice: 'Make it content="width=device-width, initial-scale=1"',
      element: meta,
      literals: [content],
      fix: { kind: "replace", from: content, to: "width=device-width, initial-scale=1" },
    });
  },
};
