import { attribute } from "../document/element.ts";
import type { Rule } from "../rule.ts";

const names = ["color-scheme", "supported-color-schemes"] as const;

/** An email that has a dark form says so, to all who ask. */
export const colorSchemeMetas: Rule = {
  name: "color-scheme-metas",
  subject: "document",
  severity: "warning",
  summary: "Both `color-scheme` metas are there and say the same, or none is.",
  reason:
    "Apple Mail asks for the one, older versions for the other; with one of them, half the readers get the wrong colours.",
  source: "https://www.litmus.com/blog/the-ultimate-guide-to-dark-mode-for-email-marketers",
  check({ elements, sheets }, report) {
    const head = elements.find(({ name }) => name === "head");
    const metas = names.map((name) =>
      elements.find(
        (element) => element.name === "meta" && attribute(element, "name")?.toLowerCase() === name,
      ),
    );
    const [first, second] = metas.map((meta) => meta && attribute(meta, "content")?.trim());
    const hasDark = sheets.some(({ sheet }) =>
      sheet.rules.some(({ media }) => media.some((params) => /color-scheme:\s*dark/.test(params))),
    );
    const isNone = first === undefined && second === undefined;
    if (isNone ? !hasDark : first === second && (!hasDark || first?.includes("dark"))) return;
    const evidence = names
      .map((name, at) => `${name}: ${[first, second][at] ?? "none"}`)
      .join(", ");
    report({
      message:
        first === second
          ? "There are dark colours, and no meta says so"
          : "The two color-scheme metas do not say the same",
      evidence,
      advice: `Put both metas in <Head>, with content="${hasDark ? "light dark" : (first ?? second ?? "light")}"`,
      element: metas.findLast(Boolean) ?? head,
      literals: ["color-scheme"],
    });
  },
};
