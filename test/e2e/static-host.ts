import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { contentTypeOf } from "../../preview/server/files/content-type.ts";

/** A host that serves a folder below a path, and nothing else: no rewrites, no fallback page. */
export interface StaticHost {
  /** `http://127.0.0.1:4000/some/folder/` */
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missed: readonly string[];
}

/**
 * Starts a host like those that people publish pages on.
 *
 * @param folders how the page of a folder is given at an address without the last slash: after a redirect, or at once
 */
export async function startStaticHost(
  root: string,
  folders: "redirect" | "at once",
): Promise<StaticHost> {
  const base = "/some/folder/";
  const missed: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://host");
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    const named = path === undefined ? undefined : join(root, decodeURIComponent(path));
    const stats = named ? await stat(named).catch(() => undefined) : undefined;
    if (named && stats?.isDirectory() && !pathname.endsWith("/") && folders === "redirect") {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const file = named && stats?.isDirectory() ? join(named, "index.html") : named;
    const content = file ? await readFile(file).catch(() => undefined) : undefined;
    if (!file || !content) {
      missed.push(pathname + search);
      response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not found</h1>");
      return;
    }
    response.writeHead(200, { "content-type": contentTypeOf(file) }).end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, missed };
}
