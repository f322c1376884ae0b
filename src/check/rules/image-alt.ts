import { attribute, closest, descendants } from "../document/element.ts";
import { fileNameOf, imagesOf } from "../document/images.ts";
import { nameOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Each picture says what it shows, or that it shows nothing. */
export const imageAlt: Rule = {
  name: "image-alt",
  subject: "accessibility",
  severity: "error",
  summary: "Each picture has an `alt`: what it says, or nothing where it only decorates.",
  reason:
    "A screen reader reads the file's name aloud; where pictures are blocked, nothing is left.",
  source: "https://dequeuniversity.com/rules/axe/4.10/image-alt",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      if (attribute(element, "alt") !== undefined) continue;
      if (/^(?:presentation|none)$/.test(attribute(element, "role") ?? "")) continue;
      if (attribute(element, "aria-label") || attribute(element, "aria-hidden") === "true")
        continue;
      const link = closest(element, "a");
      const words = link ? nameOf(email, link) : "";
      report({
        message: "A picture has no alt",
        evidence: fileNameOf(src) || "an <img> without an address",
        advice: 'Say what it shows, or alt="" where it only decorates',
        element,
        literals: [src],
        same: "",
        // Beside words of the same link it decorates; alone in one, it is what the link is called.
        ...(link &&
        words !== "" &&
        !descendants(link).some((one) => one !== element && one.name === "img")
          ? { fix: { kind: "attribute", name: "alt", value: "" } as const }
          : {}),
      });
    }
  },
};
