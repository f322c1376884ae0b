import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { letterpress } from "letterpress/vite";
import { createServer } from "vite";
import { decodePng } from "../../preview/server/checks/browser/decode-png.ts";
import { launchBrowser } from "../e2e/browser.ts";
import { encodePalette } from "./encode-palette.ts";
import { fillInbox } from "./fill-inbox.ts";
import { type Shot, shots } from "./shots.ts";
import { forms, takeShot, themes } from "./take-shot.ts";

/**
 * Pictures every page of the preview, light and dark, on a desktop and on a phone:
 * `npm run screenshots`, or `npm run screenshots -- email inbox` for some of them.
 */
const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "docs/screenshots");

const asked = process.argv.slice(2);
const wanted = shots.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (wanted.length === 0) {
  const known = shots.map(({ name }) => name).join(", ");
  throw new Error(`Cannot take screenshots of ${asked.join(", ")}: there are ${known}`);
}

// Who the emails are from in the pictures, unless one says otherwise.
process.env.MAIL_FROM ||= "Foolscap <orders@foolscap.example>";

const server = await createServer({
  ...{ root, configFile: false, logLevel: "error", clearScreen: false },
  plugins: [letterpress({ smtpPort: 0, base: "/", inboxFolder: false, renderTimeoutMs: 60_000 })],
  server: { port: 0, watch: null },
});
const browser = await launchBrowser();
let total = 0;
try {
  await server.listen();
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
  await fillInbox(url);
  await mkdir(folder, { recursive: true });
  for (const shot of wanted) await picture(shot, url);
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${Math.round(total / 1000)} kB in docs/screenshots\n`);

async function picture(shot: Shot, url: string): Promise<void> {
  for (const form of forms) {
    for (const theme of themes) {
      const png = encodePalette(decodePng(await takeShot(browser, url, shot, form, theme)));
      const name = `${shot.name}-${form.name}-${theme}.png`;
      await writeFile(join(folder, name), png);
      total += png.length;
      process.stdout.write(`${String(Math.round(png.length / 1000)).padStart(4)} kB  ${name}\n`);
    }
  }
}
