import { attribute, type EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Each id is there once. */
export const duplicateId: Rule = {
  name: "duplicate-id",
  subject: "document",
  severity: "error",
  summary: "No two elements have the same `id`.",
  reason: "A link to it, a label and a screen reader find the first one only.",
  source: "https://html.spec.whatwg.org/#the-id-attribute",
  check({ elements, body }, report) {
    const first = new Map<string, EmailElement>();
    for (const element of elements) {
      const id = attribute(element, "id");
      if (!id || element.index < (body?.index ?? 0)) continue;
      if (!first.has(id)) {
        first.set(id, element);
        continue;
      }
      report({
        message: `The id "${id}" is there more than once`,
        evidence: `<${first.get(id)?.name} id="${id}"> and <${element.name} id="${id}">`,
        advice: "Give each element an id of its own, or leave it out",
        element,
        literals: [id],
        same: "",
      });
    }
  },
};
