import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize, sep } from "node:path";
import type { InitialState } from "../../protocol/index.ts";
import { sendFile } from "../files/send-file.ts";
import type { AppFolder } from "./app-folder.ts";
import { errorPage } from "./error-page.ts";
import { pagePolicy } from "./page-policy.ts";

/** Folder of the app's scripts, styles and fonts; a name that no project's own app takes. */
const assets = "/_letterpress/";
const pages = /^\/(?:$|(?:emails|inbox|activity)(?:\/|$))/;

const policy = pagePolicy({ baseUri: "'none'", frameAncestors: "'self'" });

/**
 * Serves the app: its assets, and one page for every address of it.
 *
 * The page is sent up to its end at once, so that the browser fetches the script while the email
 * is rendered; the state then follows, and the script, being a module, runs after it.
 *
 * @param readState what the page of this address begins with
 */
export function serveApp(folder: AppFolder, readState: (url: URL) => Promise<InitialState>) {
  return async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = new URL(request.url ?? "/", "http://preview");
    const isPage = pages.test(url.pathname);
    if (!isPage && !url.pathname.startsWith(assets)) return next();
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    try {
      const root = await folder.current();
      if (isPage) return await sendPage(root, url, readState, response);
      const file = normalize(join(root, url.pathname));
      const headers = { "cache-control": "public, max-age=31536000, immutable" };
      if (file.startsWith(root + sep) && (await sendFile(file, headers, request, response))) return;
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    } catch (error) {
      response.writeHead(500, { "content-type": "text/html; charset=utf-8" });
      response.end(errorPage(error instanceof Error ? error.message : String(error)));
    }
  };
}

async function sendPage(
  root: string,
  url: URL,
  readState: (url: URL) => Promise<InitialState>,
  response: ServerResponse,
): Promise<void> {
  const built = await readFile(join(root, "index.html"), "utf8");
  // The app is built for any place on a host; here every page begins at the root.
  const html = built.replaceAll('"./_letterpress/', '"/_letterpress/');
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
