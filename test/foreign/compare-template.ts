import { renderElement } from "letterpress";
import type { Page } from "playwright-core";
import type { ReactElement } from "react";
import { firstDifference, lookAt, looks } from "./look.ts";
import { referenceOf } from "./reference.ts";

/**
 * Compares a finished mail with the unfinished one in a browser.
 *
 * @returns what differs, by how it was looked at; empty when nothing does
 */
export async function compareTemplate(page: Page, element: ReactElement): Promise<string[]> {
  const { html } = await renderElement(element);
  const reference = referenceOf((await renderElement(element, { finish: [] })).html, html);
  const problems: string[] = [];
  for (const look of looks) {
    const a = await lookAt(page, reference, look);
    const b = await lookAt(page, html, look);
    const name = `${look.width} wide, ${look.colorScheme}`;
    const difference = firstDifference(a, b);
    if (difference !== undefined) problems.push(`${name}: ${difference}`);
    if (!a.picture.equals(b.picture)) problems.push(`${name}: other pixels`);
  }
  return problems;
}
