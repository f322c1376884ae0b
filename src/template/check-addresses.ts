import { access } from "node:fs/promises";
import { join, posix } from "node:path";
import { findAttribute } from "./html/attributes.ts";
import { decodeAttribute } from "./html/entities.ts";
import type { HtmlDocument, Token } from "./html/token.ts";
import { readImageUrls } from "./images/image-urls.ts";
import { staticPrefix } from "./images/read-static-image.ts";
import type { RenderOptions } from "./render-options.ts";
import type { RenderWarning, Warn } from "./warning.ts";

/** `file:`, a path with a drive, and what a page's own memory holds. */
const onThisMachine = /^\s*(?:file:|blob:|[a-z]:[\\/]|\\\\)/i;

/** What a token must hold for its images to be looked for. */
const mayLoadImage = /src|background=|poster|url\(/i;

/** What a template literal makes of a value that is not there. */
const nothing = /^\s*(?:undefined|null)?\s*$/;

/**
 * Warns of addresses that no reader can follow: links without one, files of this machine, and images
 * that are not in the folder which they are taken from. Nothing is fetched.
 */
export async function checkAddresses(
  { tokens }: HtmlDocument,
  options: Pick<RenderOptions, "images" | "staticDir" | "publicDir">,
  warn: Warn,
): Promise<void> {
  const known = new Map<string, Promise<boolean>>();
  for (const token of tokens) {
    if (token.type !== "open" && token.type !== "raw-text") continue;
    if (token.type === "open" && token.name === "a") checkLink(token, warn);
    if (!mayLoadImage.test(token.raw)) continue;
    for (const url of readImageUrls(token)) {
      const warning = onThisMachine.test(url)
        ? unreachable("An image", url)
        : await findMissing(url, options, known);
      if (warning !== undefined) warn(warning, token);
    }
  }
}

function checkLink(token: Token, warn: Warn): void {
  const href = findAttribute(token, "href");
  if (href === undefined) {
    // `<a name>` is no link, but a place that one leads to.
    if (findAttribute(token, "name") ?? findAttribute(token, "id")) return;
    const message = "A link leads nowhere: its <a> has no href; give it one, or write a <span>";
    warn({ code: "link-without-address", message }, token);
    return;
  }
  const url = decodeAttribute(href.rawValue);
  if (nothing.test(url)) {
    const message = `A link leads nowhere: its href is "${url.trim()}"; give it an address`;
    warn({ code: "link-without-address", message }, token);
  } else if (onThisMachine.test(url)) {
    warn(unreachable("A link", url), token);
  }
}

function unreachable(what: string, url: string): RenderWarning {
  return {
    code: "address-not-reachable",
    message: `${what} leads to this machine, where no reader is: ${nameOf(url)}; use an https: address`,
  };
}

async function findMissing(
  url: string,
  { images, staticDir, publicDir }: Pick<RenderOptions, "images" | "staticDir" | "publicDir">,
  known: Map<string, Promise<boolean>>,
): Promise<RenderWarning | undefined> {
  const isStatic = staticDir !== undefined && url.startsWith(staticPrefix);
  // What cannot be attached is told where it is read.
  if (!/^\/(?!\/)/.test(url) || (isStatic && images === "cid")) return undefined;
  // `/@fs/…` is an address of a dev server, for what an email imports.
  if ((!isStatic && publicDir === undefined) || url.startsWith("/@")) return undefined;
  const whole = url.replace(/[?#].*$/s, "");
  const path = isStatic ? whole.slice(staticPrefix.length - 1) : whole;
  const candidates = [
    ...(isStatic ? [[staticDir, path] as const] : []),
    ...[publicDir ?? []].flat().map((folder) => [folder, whole] as const),
  ];
  const exists = known.get(whole) ?? isThere(candidates);
  known.set(whole, exists);
  if (await exists) return undefined;
  const name = isStatic ? "static" : "public";
  return {
    code: "image-not-found",
    message: `An image is not there: the ${name} folder has no ${nameOf(path)}; add it, or change the address`,
  };
}

/** Whether one of some folders has the file that is looked for in it. */
async function isThere(
  candidates: readonly (readonly [folder: string, path: string])[],
): Promise<boolean> {
  for (const [folder, path] of candidates) if (await hasFile(folder, path)) return true;
  return false;
}

async function hasFile(folder: string, path: string): Promise<boolean> {
  try {
    // Normalized from the root, so that no `..` leads out of the folder.
    await access(join(folder, posix.normalize(decodeURIComponent(path))));
    return true;
  } catch {
    return false;
  }
}

/** Short, and without a query, which may hold what is no one else's business. */
function nameOf(url: string): string {
  const plain = url.trim().replace(/[?#].*$/s, "");
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain;
}
