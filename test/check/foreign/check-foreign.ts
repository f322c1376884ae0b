import { renderElement } from "letterpress";
import { createElement } from "react";
import { createChecker } from "../../../src/check/check-email.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { loadTemplates } from "../../foreign/load-templates.ts";

/** What is found in templates as others write them. */
export interface ForeignFinding extends Finding {
  readonly template: string;
}

/** Checks all templates, as they come out, with the rules as they are. */
export async function checkForeign(): Promise<readonly ForeignFinding[]> {
  const checker = createChecker();
  const found: ForeignFinding[] = [];
  for (const { name, component } of await loadTemplates("react-email")) {
    const rendered = await renderElement(createElement(component));
    const envelope = { subject: "Order 4711 leaves today", from: "Shop <orders@shop.example>" };
    for (const finding of checker.check({ ...rendered, ...envelope })) {
      found.push({ ...finding, template: name });
    }
  }
  return found;
}
