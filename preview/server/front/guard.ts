import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isLoopbackName } from "../../../src/inbox/http/loopback.ts";

/** What a path may be asked for, as browsers tell it in `Sec-Fetch-Dest`. */
export type Destination =
  | ("empty" | "document" | "image" | "style" | "font" | "script" | "worker" | "iframe")
  | ("audio" | "video" | "track" | "manifest");

/**
 * Why a request is not from this machine, for this machine: the address that it came from, or the
 * host that it names, which DNS rebinding gives away. `undefined` when it is.
 */
export function findOutsider({ headers, socket }: IncomingMessage): string | undefined {
  const from = socket.remoteAddress;
  if (from !== undefined && !isLoopbackName(from)) {
    return "Refused: the request comes from another machine";
  }
  const host = headers.host ?? "";
  const hostname = hostnameOf(`http://${host}`);
  if (hostname === undefined || !isLoopbackName(hostname)) {
    return `Refused: the request is for the host "${host}"; open the preview by its loopback address`;
  }
  return undefined;
}

/**
 * Why a request is not made by the preview's own page, `undefined` when it is: a page of another
 * site can make a browser ask a server on loopback, and so can a mail that is being read, which
 * has the page's own origin but asks for pictures, styles and pages only.
 *
 * A program that is no browser sends none of these headers, and is let in.
 *
 * @param destinations what the path may be asked for
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function findForeign(
  headers: IncomingHttpHeaders,
  destinations: readonly Destination[],
): string | undefined {
  const { host = "", origin } = headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    return `Refused: the request comes from "${origin}", another site`;
  }
  const site = headers["sec-fetch-site"];
  const destination = headers["sec-fetch-dest"];
  if (site === "cross-site" || site === "same-site") {
    // Someone follows a link to a page of the preview; nothing but pages may be opened so.
    const isFollowed =
      headers["sec-fetch-mode"] === "navigate" &&
      destination === "document" &&
      destinations.includes("document") &&
      destinations.length === 1;
    return isFollowed ? undefined : "Refused: the request comes from another site";
  }
  // Typed into the address bar.
  if (site === "none" || destination === undefined) return undefined;
  const asked = String(destination);
  if (destinations.some((one) => one === asked)) return undefined;
  return `Refused: the request asks for this as ${asked}, and the preview's page never does`;
}

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
