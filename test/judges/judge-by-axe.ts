import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { launchBrowser } from "../e2e/browser.ts";
import type { Judge, Verdict } from "./judged-email.ts";

/** What pages need and emails do not, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  region: "A mail stands in the client's own landmarks; its own would be landmarks in landmarks",
  "landmark-one-main": "The client's reading pane is the main landmark",
  "page-has-heading-one": "A short mail may do without a heading",
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asks axe in Chromium, light and dark. */
export const judgeByAxe: Judge = async (emails) => {
  const browser = await launchBrowser();
  try {
    const verdicts: Verdict[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ colorScheme });
      // Nothing is fetched: pictures of other hosts stay away.
      await page.route("**/*", (route) => route.abort());
      for (const { name, html } of emails) {
        await page.setContent(html, { waitUntil: "domcontentloaded" });
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>(
          'axe.run(document, { resultTypes: ["violations"] })',
        );
        verdicts.push({
          email: `${name}, ${colorScheme}`,
          problems: violations
            .filter(({ id }) => allowed[id] === undefined)
            .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
        });
      }
      await page.close();
    }
    return verdicts;
  } finally {
    await browser.close();
  }
};
