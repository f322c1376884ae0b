import { familiesWithout, featurePage, untestedNote } from "../clients/support.ts";
import type { CheckedEmail } from "../document/checked-email.ts";
import { childElements, type EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Elements are laid out in a way that the clients which count know. */
export const cssLayout: Rule = {
  name: "css-layout",
  subject: "client support",
  severity: "warning",
  summary: "What stands side by side does so by tables, not by flex, grid, float or position.",
  reason:
    "Outlook for Windows knows none of them: what was beside stands below, and what was moved lies elsewhere.",
  source: featurePage("css-display-flex"),
  check(email, report, { clients }) {
    for (const element of email.shown) {
      const found = layoutOf(email, element);
      if (!found) continue;
      const without = familiesWithout(found.slug, clients);
      if (without.length === 0) continue;
      report({
        message: `${found.declaration} is not known in ${without.join(", ")}`,
        evidence: `${found.declaration} on <${element.name}>; ${found.effect}${untestedNote(found.slug, clients)}`,
        advice: found.advice,
        element,
        clients: without,
        literals: [found.declaration.split(": ")[1] ?? ""],
        same: found.declaration,
      });
    }
  },
};

interface Found {
  readonly slug: string;
  readonly declaration: string;
  readonly effect: string;
  readonly advice: string;
}

function layoutOf(email: CheckedEmail, element: EmailElement): Found | undefined {
  const own = email.cascade.own(element);
  const display = own.get("display") ?? "";
  const inside = childElements(element).filter(email.isShown);
  if (/^(?:inline-)?(?:flex|grid)$/.test(display) && inside.length > 1) {
    // One below the other is what everyone shows without it, too.
    const isColumn = display.endsWith("flex") && /^column/.test(own.get("flex-direction") ?? "");
    if (isColumn) return undefined;
    return {
      slug: display.endsWith("grid") ? "css-display-grid" : "css-display-flex",
      declaration: `display: ${display}`,
      effect: `its ${inside.length} parts stand one below the other there`,
      advice: "Use <Row> and <Column>, which are a table",
    };
  }
  const position = own.get("position") ?? "";
  const isMoved = ["top", "right", "bottom", "left", "inset"].some(
    (side) => own.has(side) && !/^(?:0|auto)/.test(own.get(side) ?? ""),
  );
  if (/^(?:absolute|fixed|sticky)$/.test(position) || (position === "relative" && isMoved)) {
    return {
      slug: "css-position",
      declaration: `position: ${position}`,
      effect: "it stays where it is written",
      advice: "Place it by a table's cells and padding",
    };
  }
  return undefined;
}
