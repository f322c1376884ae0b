import { escapeAttribute, findAttribute, getAttribute } from "../html/attributes.ts";
import { findElementEnd } from "../html/find.ts";
import type { HtmlDocument, Token } from "../html/token.ts";
import { createToken } from "../html/tokenize.ts";
import type { FinishStep } from "./finish-step.ts";

/** Lets Outlook on a scaled screen lay out in pixels, as it does everywhere else. */
const officeSettings =
  "<!--[if mso]><xml><o:OfficeDocumentSettings><o:AllowPNG/>" +
  "<o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->";

/** In the form that `Head` writes, which clients older than HTML 5 read too. */
const charsetMeta = '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>';

/**
 * Adds to `head` what every email needs and React Email leaves out: the charset as the first of all,
 * `viewport`, `color-scheme` and `supported-color-schemes`, and Outlook's resolution; each once, and
 * only where the author did not.
 *
 * The colour scheme is `light dark` when a style sheet has rules for the dark, else `light`: an
 * email that says `dark` without them gets the client's dark page behind its own dark text.
 */
export const headMetas: FinishStep = {
  name: "head-metas",
  apply(document) {
    const head = findHead(document);
    if (head === undefined) return;
    if (!document.tokens.some(isCharset)) {
      document.tokens.splice(head + 1, 0, createToken("open", "meta", charsetMeta));
    }
    const place = findPlace(document, head);
    const metas = readMetas(document);
    const scheme =
      metas.get("color-scheme") ??
      metas.get("supported-color-schemes") ??
      (hasDarkStyles(document) ? "light dark" : "light");
    const wanted = new Map([
      ["viewport", "width=device-width, initial-scale=1"],
      ["color-scheme", scheme],
      ["supported-color-schemes", scheme],
    ]);
    const added: Token[] = [];
    for (const [name, content] of wanted) {
      if (!metas.has(name)) added.push(createMeta(name, content));
    }
    if (!document.tokens.some(isOfficeSettings)) {
      added.push(createToken("comment", "", officeSettings));
    }
    document.tokens.splice(place, 0, ...added);
  },
};

/** Where `head` begins. A document that has `html` but no `head` is given one; a fragment is not. */
function findHead({ tokens }: HtmlDocument): number | undefined {
  const html = tokens.findIndex((token) => token.type === "open" && token.name === "html");
  if (html < 0) return undefined;
  let head = tokens.findIndex((token) => token.type === "open" && token.name === "head");
  if (head < 0) {
    head = html + 1;
    tokens.splice(head, 0, createToken("open", "head", "<head>"));
    tokens.splice(head + 1, 0, createToken("close", "head", "</head>"));
  }
  return head;
}

/** Behind the metas that begin the head, so that the charset stays first. */
function findPlace({ tokens }: HtmlDocument, head: number): number {
  const end = findElementEnd(tokens, head);
  let place = head + 1;
  for (let at = place; at < end; at++) {
    const token = tokens[at];
    if (token?.type === "open" && token.name === "meta") place = at + 1;
    else if (token?.type !== "text" && token?.type !== "removed") break;
  }
  return place;
}

function readMetas({ tokens }: HtmlDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const token of tokens) {
    if (token.type !== "open" || token.name !== "meta") continue;
    const name = getAttribute(token, "name")?.toLowerCase();
    if (name !== undefined) metas.set(name, getAttribute(token, "content") ?? "");
  }
  return metas;
}

function createMeta(name: string, content: string): Token {
  return createToken(
    "open",
    "meta",
    `<meta name="${name}" content="${escapeAttribute(content)}"/>`,
  );
}

function isCharset(token: Token): boolean {
  if (token.type !== "open" || token.name !== "meta") return false;
  return (
    findAttribute(token, "charset") !== undefined ||
    getAttribute(token, "http-equiv")?.toLowerCase() === "content-type"
  );
}

function isOfficeSettings(token: Token): boolean {
  return token.type === "comment" && token.raw.includes("o:PixelsPerInch");
}

function hasDarkStyles({ tokens }: HtmlDocument): boolean {
  const dark = /prefers-color-scheme\s*:\s*dark|(?<![\w-])color-scheme\s*:[^;}]*\bdark\b/i;
  return tokens.some(
    (token) => token.type === "raw-text" && token.name === "style" && dark.test(token.raw),
  );
}
