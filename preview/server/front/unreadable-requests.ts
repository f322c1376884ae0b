import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { ViteDevServer } from "vite";
import { readPath } from "./asked-path.ts";

/** Requests whose address would throw in whatever reads it first, and why it cannot be read. */
export interface UnreadableRequests {
  /** Why a request's own address cannot be read; `undefined` when it can. */
  reasonOf(request: IncomingMessage): string | undefined;
}

/**
 * Sees each request before Vite does. An address such as `http://[` or `//` throws in Vite's own
 * router, or in a middleware behind it, and would end the process: it is put aside here, and another
 * stands in its place.
 *
 * @param isAlone whether the server is the preview's own; then what is no HTTP request at all is
 *   answered with 400, too, where Node by itself answers some of them with other codes
 */
export function watchUnreadable(
  server: ViteDevServer["httpServer"],
  isAlone: boolean,
): UnreadableRequests {
  const reasons = new WeakMap<IncomingMessage, string>();
  const http = server as Server | null;
  http?.prependListener("request", (request: IncomingMessage) => {
    const url = request.url ?? "/";
    const asked = readPath(url);
    if (typeof asked !== "string" || (!isAlone && isReadable(url))) return;
    reasons.set(request, asked);
    request.url = "/";
  });
  // Vite's own listener answers first, and with 431.
  if (isAlone) http?.removeAllListeners("clientError").on("clientError", answerNoRequest);
  return { reasonOf: (request) => reasons.get(request) };
}

function answerNoRequest(_: Error, socket: Duplex): void {
  if (socket.writable) {
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  } else socket.destroy();
}

/** Whether Vite can read an address that an app's own page may ask for. */
function isReadable(url: string): boolean {
  try {
    decodeURI(new URL(url, "http://app").pathname);
    return url.startsWith("/") && !url.startsWith("//");
  } catch {
    return false;
  }
}
