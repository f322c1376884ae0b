/**
 * Renders templates as others write them, with the components of `react-email` 6 and with those of
 * `@react-email/components`, and compares what comes out with React Email's own output: in Chromium,
 * to the pixel and in what every element computes to, light and dark, wide and narrow; and in octets.
 *
 *     npm run foreign [-- NAME …]
 *
 * Ends with "N passed, N failed", and with an exit code above 0 when anything failed.
 */
import { render as renderTheirs } from "@react-email/render";
import { renderElement } from "letterpress";
import type { Browser } from "playwright-core";
import { createElement } from "react";
import { launchBrowser } from "../e2e/browser.ts";
import { compareTemplate } from "./compare-template.ts";
import { type Library, loadTemplates } from "./load-templates.ts";

/** The sum of all that are as large as a mail that people send, as a share of React Email's own. */
const largestShare = 0.85;
/** Below it a template shows one thing, and what every mail needs once is most of it, octets. */
const smallestMail = 2_000;
/** How much larger than React Email's own a mail may become, octets. */
const largestGrowth = 600;

const wanted = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

function count(name: string, problems: readonly string[]): void {
  counts[problems.length === 0 ? "passed" : "failed"]++;
  for (const problem of problems) process.stdout.write(`FAILED ${name}: ${problem}\n`);
}

async function runLibrary(browser: Browser, library: Library): Promise<void> {
  const templates = (await loadTemplates(library)).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  );
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.abort());
  const sum = { ours: 0, theirs: 0 };
  const rows: Record<string, object> = {};
  for (const { name, component } of templates) {
    const title = `${name} (${library})`;
    try {
      const element = createElement(component);
      const theirs = Buffer.byteLength(await renderTheirs(element));
      const { html } = await renderElement(element);
      const ours = Buffer.byteLength(html);
      if (theirs >= smallestMail) {
        sum.ours += ours;
        sum.theirs += theirs;
      }
      rows[name] = { ours, theirs, share: Math.round((ours / theirs) * 100) / 100 };
      const growth = ours - theirs;
      count(title, growth > largestGrowth ? [`${growth} octets more than React Email's`] : []);
      count(title, await compareTemplate(page, element));
    } catch (error) {
      count(title, [String(error)]);
    }
  }
  await page.close();
  const share = sum.ours / sum.theirs;
  rows["sum of those above 2 kB"] = { ...sum, share: Math.round(share * 1000) / 1000 };
  process.stdout.write(`\n${library}, octets\n`);
  // biome-ignore lint/suspicious/noConsole: a table for people.
  console.table(rows);
  const isTooMuch = wanted.length === 0 && library === "react-email" && share > largestShare;
  count(library, isTooMuch ? [`${share} of React Email's octets`] : []);
}

const browser = await launchBrowser();
try {
  await runLibrary(browser, "react-email");
  await runLibrary(browser, "@react-email/components");
} finally {
  await browser.close();
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exit(counts.failed > 0 ? 1 : 0);
