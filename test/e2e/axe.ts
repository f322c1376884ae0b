import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What is wrong with the page, by rule and place. The emails in it are not the app's.
 *
 * @param part selector of the part that is looked at; the whole page takes much longer
 */
export async function findViolations(page: Page, part = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const context = JSON.stringify({ include: [[part]], exclude: [["iframe"]] });
  const { violations } = await page.evaluate<AxeResults>(
    // What is right need not be described.
    `axe.run(${context}, { iframes: false, resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}
