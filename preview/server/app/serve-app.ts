import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize, sep } from "node:path";
import type { InitialState } from "../../protocol/index.ts";
import { writeError } from "../api/answer.ts";
import { sendFile } from "../files/send-file.ts";
import { assetFile } from "../front/asset-files.ts";
import type { Room } from "../front/entrance.ts";
import type { AppFolder } from "./app-folder.ts";
import { errorPage } from "./error-page.ts";
import { pagePolicy } from "./page-policy.ts";

/** What the served page is told of its place. */
export interface ServedPage {
  /** Where the preview stands on its server, from slash to slash. */
  readonly base: string;
  /** What only this page knows: without it no editor is started. */
  readonly token: string;
}

/** Folder of the app's scripts, styles and fonts; a name that no project's own app takes. */
const assets = "/_letterpress/";
const pages = /^\/(?:$|(?:emails|inbox|activity)(?:\/|$))/;

const policy = pagePolicy({ frameAncestors: "'self'" });

/**
 * Serves the app: its assets, and one page for every address of it.
 *
 * The page is sent up to its end at once, so that the browser fetches the script while the email
 * is rendered; the state then follows, and the script, being a module, runs after it.
 *
 * @param readState what the page of this address begins with
 */
export function serveApp(
  folder: AppFolder,
  readState: (url: URL) => Promise<InitialState>,
  page: ServedPage,
): Room {
  const isPage = (path: string) => pages.test(path);
  return {
    allows({ headers }, path) {
      if (path.startsWith(assets)) return ["script", "style", "font", "image", "worker", "empty"];
      // A picture beside an email, which imports it, has an address below that of a page.
      const isPicture = headers["sec-fetch-dest"] === "image" && assetFile(path, path);
      return isPage(path) && !isPicture ? ["document"] : undefined;
    },
    answer: answerPage,
  };

  async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://preview");
    if (request.method !== "GET" && request.method !== "HEAD") {
      return writeError(response, 405, "Cannot answer: pages are only read");
    }
    try {
      const root = await folder.current();
      if (isPage(url.pathname)) return await sendPage(root, url, readState, page, response);
      const file = normalize(join(root, url.pathname));
      const headers = { "cache-control": "public, max-age=31536000, immutable" };
      if (file.startsWith(root + sep) && (await sendFile(file, headers, request, response))) return;
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    } catch (error) {
      response.writeHead(500, { "content-type": "text/html; charset=utf-8" });
      response.end(errorPage(error instanceof Error ? error.message : String(error)));
    }
  }
}

async function sendPage(
  root: string,
  url: URL,
  readState: (url: URL) => Promise<InitialState>,
  { base, token }: ServedPage,
  response: ServerResponse,
): Promise<void> {
  const built = await readFile(join(root, "index.html"), "utf8");
  // The app is built for any place on a host; here every page begins at the base.
  const html = built
    .replaceAll('"./_letterpress/', `"${base}_letterpress/`)
    .replace(
      /<meta charset="[^"]*"\s*\/?>/i,
      (charset) =>
        `${charset}<meta name="letterpress-base" content="${base}"><meta name="letterpress-token" content="${token}">`,
    );
  const end = html.lastIndexOf("</body>");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
  });
  response.write(html.slice(0, end));
  const state = await readState(url).catch(() => undefined);
  if (state) response.write(stateScript(state));
  response.end(html.slice(end));
}

/** JSON that no email can break out of: `<` is written as an escape. */
function stateScript(state: InitialState): string {
  const json = JSON.stringify(state).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="letterpress-state">${json}</script>`;
}
