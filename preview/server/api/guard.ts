import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** Whether a host name or address is this machine's own. */
export function isLoopbackName(name: string): boolean {
  const host = name.toLowerCase().replace(/^\[|\]$/g, "");
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "::1" ||
    /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}

/**
 * Why a request is not from this machine's own pages, or `undefined` when it is.
 *
 * A page of another site can make a browser ask a server on loopback. Its name in `Host` (DNS
 * rebinding), its `Origin`, or `Sec-Fetch-Site` on what only the app asks for, gives it away.
 */
function findForeign(url: string, headers: IncomingHttpHeaders): string | undefined {
  const host = headers.host ?? "";
  const hostname = hostnameOf(`http://${host}`);
  if (hostname === undefined || !isLoopbackName(hostname)) {
    return `Refused: the request is for the host "${host}"; open the preview by its loopback address`;
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return `Refused: the request comes from "${origin}", another site`;
  }
  const site = headers["sec-fetch-site"];
  if (url.startsWith("/api/") && (site === "cross-site" || site === "same-site")) {
    return "Refused: the request comes from another site";
  }
  // A picture or a link in a mail may have any address, and this one of Vite's starts a program.
  const destination = headers["sec-fetch-dest"] ?? "empty";
  if (url.startsWith("/__open-in-editor") && destination !== "empty") {
    return "Refused: only the page itself opens the editor";
  }
  return undefined;
}

/** Answers foreign requests with 403, and lets the others pass. */
export function guard(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const foreign = findForeign(request.url ?? "/", request.headers);
  response.setHeader("x-content-type-options", "nosniff");
  if (foreign === undefined) {
    next();
    return;
  }
  response.writeHead(403, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ error: foreign }));
}

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
