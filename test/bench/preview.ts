/**
 * What a person waits for in the preview, in Chromium: from `npm start` to the first email on the
 * screen, from saving a file to seeing it, from a key to the next email, to the email with what was
 * typed in a prop, and to the open palette. For the twelve emails of this repository, for sixty
 * written for React Email, and for a generated thousand. With `--figures`: beside React Email's own
 * preview, and no more than the README quotes.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../e2e/browser.ts";
import { comparePreviews } from "./preview/beside.ts";
import { foreignEmails, generatedEmails, ownEmails, type Project } from "./preview/projects.ts";
import { start } from "./preview/start.ts";
import { checkedAfter, now, openWatchedPage, shownAfter, timeKey } from "./preview/watched-page.ts";
import { readRounds } from "./rounds/read-rounds.ts";

const starts = readRounds(7);
const times = readRounds(25);
const aims = { startMs: 1_500, restMs: 100, findingsMs: 150 };
/** Between two things that a person does; server and page are at rest again, ms. */
const pauseMs = 150;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-bench-"));
  const browser = await launchBrowser();
  try {
    if (process.argv.includes("--figures")) return await comparePreviews(browser, folder);
    const projects = [
      ownEmails(join(folder, "twelve")),
      foreignEmails(join(folder, "sixty")),
      generatedEmails(join(folder, "thousand")),
    ] as const;
    // The first run builds the app and fills the caches of disk and system.
    await timeStart(browser, projects[0]);
    for (const project of projects) {
      console.log(project.name);
      const startMs: number[] = [];
      for (let run = 0; run < starts; run += 1) startMs.push(await timeStart(browser, project));
      report("start → first email", startMs, aims.startMs);
      await withPage(browser, project, async (page) => {
        report("save → visible", await timeSaves(page, project), aims.restMs);
        report("next email → visible", await timeSwitches(page), aims.restMs);
        report("palette opens", await timePalette(page), aims.restMs);
      });
      await withPage(browser, project, async (page) =>
        report("findings behind the frame", await timeFindings(page, project), aims.findingsMs),
      );
      await withPage(browser, project, async (page) =>
        report("typing in a prop → visible", await timeTyping(page, project), aims.restMs),
      );
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeStart(browser: Browser, project: Project): Promise<number> {
  const page = await openWatchedPage(browser);
  const begun = now();
  const running = await start(project);
  try {
    await page.goto(`${running.url}emails/${project.edited.id}`, { waitUntil: "commit" });
    return (await shownAfter(page, begun)) - begun;
  } finally {
    await page.context().close();
    await running.stop();
  }
}

/** Opens the project's email on a server of its own. */
async function withPage(
  browser: Browser,
  project: Project,
  measure: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await openWatchedPage(browser);
  const running = await start(project);
  try {
    await page.goto(`${running.url}emails/${project.edited.id}`);
    await shownAfter(page, 0);
    await measure(page);
  } finally {
    await page.context().close();
    await running.stop();
  }
}

async function timeSaves(page: Page, { emails, edited }: Project): Promise<readonly number[]> {
  const file = join(emails, `${edited.id}.tsx`);
  const source = readFileSync(file, "utf8");
  const taken: number[] = [];
  for (let save = 0; save < times; save += 1) {
    await page.waitForTimeout(pauseMs);
    const text = `Saved for the ${save}th time`;
    const begun = now();
    writeFileSync(file, source.replace(edited.text, text));
    taken.push((await shownAfter(page, begun)) - begun);
    const shown = page.frameLocator(`iframe[data-frame="shown"]`).getByText(text).first();
    if ((await shown.count()) === 0) throw new Error(`"${text}" does not show`);
  }
  writeFileSync(file, source);
  return taken;
}

/** With the Checks panel open: how long after a saved email its findings are to be seen. */
async function timeFindings(page: Page, { emails, edited }: Project): Promise<readonly number[]> {
  const file = join(emails, `${edited.id}.tsx`);
  const source = readFileSync(file, "utf8");
  await page.keyboard.press("c");
  await page.locator(".checks-body").waitFor();
  const taken: number[] = [];
  for (let save = 0; save < times; save += 1) {
    await page.waitForTimeout(pauseMs);
    const begun = now();
    writeFileSync(file, source.replace(edited.text, `Checked for the ${save}th time`));
    const shown = await shownAfter(page, begun);
    taken.push(Math.max(0, (await checkedAfter(page, begun)) - shown));
  }
  writeFileSync(file, source);
  return taken;
}

/** With `j`, quickly: each email is one that the page has not fetched ahead for long. */
async function timeSwitches(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await page.waitForTimeout(pauseMs);
    const ready = "document.documentElement.dataset.letterpressReady";
    const before = await page.evaluate(ready);
    taken.push(await timeKey(page, "j", `${ready} !== ${JSON.stringify(before)}`));
  }
  return taken;
}

async function timePalette(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await page.waitForTimeout(pauseMs);
    taken.push(
      await timeKey(
        page,
        "Control+k",
        `document.activeElement?.closest(".palette[open]") !== null`,
      ),
    );
    await page.keyboard.press("Escape");
  }
  return taken;
}

async function timeTyping(page: Page, { edited }: Project): Promise<readonly number[]> {
  const { label, before } = edited.prop;
  await page.keyboard.press("p");
  const panel = page.getByRole("complementary", { name: "Props" });
  // Nested props may be called the same; the email's own stand below what is nested before them.
  await panel.getByLabel(label, { exact: true }).last().fill("");
  const taken: number[] = [];
  let typed = "";
  for (let turn = 0; turn < times; turn += 1) {
    await page.waitForTimeout(pauseMs);
    typed += String.fromCharCode(97 + turn);
    const there = `shownText().includes(${JSON.stringify(before + typed)})`;
    taken.push(await timeKey(page, typed.slice(-1), there));
  }
  return taken;
}

function report(name: string, taken: readonly number[], aimMs: number): void {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) =>
    `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`.padStart(8);
  console.log(
    `  ${name.padEnd(28)} median${at(0.5)}   best${at(0)}   worst${at(1)}   aim < ${aimMs} ms   (${taken.length} times)`,
  );
}

await main();
