/**
 * What a person waits for in the preview, in Chromium: from `npm start` to the first email on the
 * screen, and from saving a file to seeing it; for the twelve emails of this repository and for a
 * generated thousand.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../e2e/browser.ts";

const repository = resolve(import.meta.dirname, "../..");
const starts = 7;
const saves = 25;
const aims = { startMs: 1_500, saveMs: 100 };

interface Project {
  readonly name: string;
  readonly emails: string;
  /** Id of the email that is edited, and the text in its file that each edit replaces. */
  readonly edited: { readonly id: string; readonly text: string };
}

interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Clock of the machine, in ms; the browser's page reads the same one. */
const now = () => performance.timeOrigin + performance.now();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-bench-"));
  const browser = await launchBrowser();
  try {
    const projects = [
      copyOwnEmails(join(folder, "twelve")),
      generate(join(folder, "thousand"), 1000),
    ];
    // The first run builds the app and fills the caches of disk and system.
    await timeStart(browser, projects[0] as Project);
    for (const project of projects) {
      const startMs: number[] = [];
      for (let run = 0; run < starts; run += 1) startMs.push(await timeStart(browser, project));
      report(`${project.name}: start → first email visible`, startMs, aims.startMs);
      report(`${project.name}: save → visible`, await timeSaves(browser, project), aims.saveMs);
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

async function timeSaves(browser: Browser, { emails, edited, ...project }: Project) {
  const page = await openWatchedPage(browser);
  const running = await start({ emails, edited, ...project });
  const file = join(emails, `${edited.id}.tsx`);
  const source = readFileSync(file, "utf8");
  try {
    await page.goto(`${running.url}emails/${edited.id}`);
    await shownAfter(page, 0);
    const times: number[] = [];
    for (let save = 0; save < saves; save += 1) {
      // A person saves now and then; the watcher is at rest.
      await page.waitForTimeout(150);
      const text = `Saved for the ${save}th time`;
      const begun = now();
      writeFileSync(file, source.replace(edited.text, text));
      times.push((await shownAfter(page, begun)) - begun);
      const shown = page.frameLocator(`iframe[data-frame="shown"]`).getByText(text).first();
      if ((await shown.count()) === 0) throw new Error(`"${text}" does not show`);
    }
    return times;
  } finally {
    writeFileSync(file, source);
    await page.context().close();
    await running.stop();
  }
}

/** Runs in the page: notes when an email was on the screen, at the frame after the app says so. */
const watchScript = `
if (window === window.top) {
  window.seen = [];
  new MutationObserver(() =>
    requestAnimationFrame(() => seen.push(performance.timeOrigin + performance.now())),
  ).observe(document, { subtree: true, attributeFilter: ["data-letterpress-ready"] });
}`;

async function openWatchedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript({ content: watchScript });
  return context.newPage();
}

async function shownAfter(page: Page, time: number): Promise<number> {
  const handle = await page.waitForFunction(
    (after) => (window as unknown as { seen?: number[] }).seen?.find((one) => one > after),
    time,
    { polling: 5 },
  );
  return Number(await handle.jsonValue());
}

async function start({ emails }: Project): Promise<Running> {
  const args = ["start", "--silent", "--", "--port", "0", "--smtp-port", "0", "--emails", emails];
  const child = spawn("npm", args, {
    cwd: repository,
    env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const url = await readUrl(child);
  return {
    url,
    async stop() {
      const ended = once(child, "close");
      // npm, the shell and Node are one group.
      process.kill(-(child.pid ?? 0), "SIGTERM");
      await ended;
    },
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const [, url] = /(http:\/\/\S+)/.exec(text) ?? [];
    if (url) return url;
  }
  throw new Error(`the preview did not start:\n${text}`);
}

function createProject(root: string): string {
  mkdirSync(root, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const paths = { letterpress: [join(repository, "src/index.ts")] };
  const compilerOptions = { jsx: "react-jsx", module: "nodenext", paths };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  return join(root, "emails");
}

function copyOwnEmails(root: string): Project {
  const emails = createProject(root);
  cpSync(join(repository, "emails"), emails, { recursive: true });
  const edited = { id: "account/magic-link", text: "No password needed." };
  return { name: "twelve emails", emails, edited };
}

function generate(root: string, count: number): Project {
  const emails = createProject(root);
  for (let index = 0; index < count; index += 1) {
    const id = `folder-${index % 25}/email-${index}`;
    const file = join(emails, `${id}.tsx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sourceOf(id));
  }
  return { name: "a thousand emails", emails, edited: { id: "folder-7/email-7", text: "Hello" } };
}

function sourceOf(id: string): string {
  return `import { Body, Button, Container, Html, Preview, Text } from "@react-email/components";
import { defineEmail } from "letterpress";

function Letter({ name }: { readonly name: string }) {
  return (
    <Html lang="en">
      <Preview>From ${id}</Preview>
      <Body>
        <Container>
          <Text>Hello {name}</Text>
          {Array.from({ length: 12 }, (_, index) => (
            <Text key={index}>Paragraph {index} of ${id}.</Text>
          ))}
          <Button href="https://example.com">Go on</Button>
        </Container>
      </Body>
    </Html>
  );
}

export default defineEmail({
  id: "${id}",
  component: Letter,
  subject: ({ name }) => \`${id} for \${name}\`,
  variants: { default: { name: "Ada" }, "long name": { name: "Ada ".repeat(40) } },
});
`;
}

function report(name: string, times: readonly number[], aimMs: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  console.log(
    `${name.padEnd(50)} median ${at(0.5)} ms   best ${at(0)} ms   worst ${at(1)} ms   aim ${aimMs} ms   (${times.length} runs)`,
  );
}

await main();
