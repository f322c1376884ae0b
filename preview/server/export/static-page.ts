import { createHash } from "node:crypto";
import { escapeHtml } from "../api/escape-html.ts";
import { pagePolicy } from "../app/page-policy.ts";

/** The app's page as it stands at one address of an exported preview. */
export interface StaticPage {
  /** How many folders below the root it lies. */
  readonly depth: number;
  /** What the tab says before the app does. */
  readonly title: string;
  /** What the export comes with: the source of the emails, and what it takes to edit props. */
  readonly parts: readonly ("source" | "props")[];
}

/**
 * Some hosts serve the page of a folder at the address without its last slash; from there, the
 * root is one step nearer. The script stays the same in every page, so that one hash allows it.
 */
const mendBase = `{const base=document.querySelector("base"),up=base.getAttribute("href").split("..").length-1;if(up&&!/\\/(index\\.html)?$/.test(location.pathname))base.href="../".repeat(up-1)||"./"}`;

/** As of the live preview, as far as a page can say it by itself. */
const policy = pagePolicy({
  scripts: [`'sha256-${createHash("sha256").update(mendBase).digest("base64")}'`],
});

/**
 * The page of an address: every path in it is relative to the root, which its `<base>` names, so
 * that the folder works at any place of any host.
 *
 * @param html the app's page, as built: its own files are named from `./`
 */
export function staticPage(html: string, { depth, title, parts }: StaticPage): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="letterpress-static" content="${parts.join(" ")}">`,
    `<base href="${"../".repeat(depth) || "./"}">`,
    `<script>${mendBase}</script>`,
  ];
  return html
    .replace(/<meta charset="[^"]*"\s*\/?>/i, (charset) => [charset, ...head].join("\n    "))
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`);
}
