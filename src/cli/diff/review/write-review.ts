import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DiffReport, describeReference, summarize } from "../diff-report.ts";
import { reviewData } from "./review-data.ts";
import { reviewScript } from "./review-script.ts";
import { reviewStyle } from "./review-style.ts";

/**
 * Writes a page that shows both sides beside each other: one file, which loads nothing.
 *
 * @returns its path
 * @throws {Error} when other files stand in the folder
 */
export function writeReview(report: DiffReport, folder: string): string {
  const dir = resolve(folder);
  mkdirSync(dir, { recursive: true });
  const others = readdirSync(dir).filter((name) => !own.test(name));
  if (others.length > 0) {
    throw new Error(
      `Cannot write the page: ${dir} holds other files (${others[0]}); empty it, or name another folder`,
    );
  }
  const file = join(dir, "index.html");
  writeFileSync(file, reviewPage(report));
  return file;
}

/** What a run writes, and what begins with a dot. */
const own = /^(?:index\.html|changes|\..*)$/;

/** The page itself. */
export function reviewPage(report: DiffReport): string {
  const data = JSON.stringify(reviewData(report)).replaceAll("<", "\\u003c");
  const sum = createHash("sha256").update(reviewScript).digest("base64");
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${sum}'`;
  const title = summarize(report);
  const facts = [`Compared with ${describeReference(report.reference)}`, ...report.remarks];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${text(title)}</title>
<style>${reviewStyle}</style>
</head>
<body>
<header>
<h1>${text(title)}</h1>
<p>${facts.map(text).join("<br>")}</p>
<p class="keys"><kbd>j</kbd> next change, <kbd>k</kbd> previous, <kbd>p</kbd> phone width</p>
</header>
<div class="page">
<nav aria-label="Changes"><ol id="list"></ol></nav>
<main id="main" tabindex="-1" aria-live="polite"></main>
</div>
<script type="application/json" id="data">${data}</script>
<script>${reviewScript}</script>
</body>
</html>
`;
}

function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
