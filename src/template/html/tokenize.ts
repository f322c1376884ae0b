import { rawTextElements } from "./elements.ts";
import { findTagEnd, isSpaceCode } from "./scan-tag.ts";
import type { Token, TokenType } from "./token.ts";

const exclamation = 33;
const slash = 47;
const greaterThan = 62;
const question = 63;

/**
 * Splits HTML as a browser's tokenizer does: attribute values may hold `>`, the content of `style`
 * and its like is text, and a conditional comment is one comment (or, in its downlevel-revealed
 * form, two) whatever it holds. It never fails, and drops nothing.
 *
 * @returns tokens whose `raw` adds up to the source
 * @see https://html.spec.whatwg.org/#tokenization
 */
export function tokenize(html: string): Token[] {
  const tokens: Token[] = [];
  let foreignDepth = 0;
  let textStart = 0;
  let at = html.indexOf("<");

  while (at >= 0) {
    const token = readMarkup(html, at, foreignDepth > 0);
    if (token === undefined) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    if (at > textStart) tokens.push(createToken("text", "", html.slice(textStart, at)));
    tokens.push(token);
    textStart = at + token.raw.length;

    if (token.type === "open" && rawTextElements.has(token.name)) {
      const end = findRawTextEnd(html, textStart, token.name);
      if (end > textStart) {
        tokens.push(createToken("raw-text", token.name, html.slice(textStart, end)));
        textStart = end;
      }
    } else if (token.name === "svg" || token.name === "math") {
      const step = token.type === "close" ? -1 : token.raw.endsWith("/>") ? 0 : 1;
      foreignDepth = Math.max(0, foreignDepth + step);
    }
    at = html.indexOf("<", textStart);
  }
  if (textStart < html.length) tokens.push(createToken("text", "", html.slice(textStart)));
  return tokens;
}

/** Makes a token that everybody reads. */
export function createToken(type: TokenType, name: string, raw: string): Token {
  return { type, name, raw, audience: "all" };
}

/** The markup that begins with the `<` at `at`; undefined when that `<` is text. */
function readMarkup(html: string, at: number, inForeign: boolean): Token | undefined {
  const code = html.charCodeAt(at + 1);
  if (isLetter(code)) return readTag("open", html, at, at + 1);
  if (code === slash) {
    if (isLetter(html.charCodeAt(at + 2))) return readTag("close", html, at, at + 2);
    return at + 2 < html.length ? readUntil("bogus", html, at, ">") : undefined;
  }
  if (code === question) return readUntil("comment", html, at, ">");
  if (code !== exclamation) return undefined;

  if (html.startsWith("--", at + 2)) return readComment(html, at);
  if (inForeign && html.startsWith("[CDATA[", at + 2)) return readUntil("comment", html, at, "]]>");
  const isDoctype = html.slice(at + 2, at + 9).toLowerCase() === "doctype";
  return readUntil(isDoctype ? "doctype" : "comment", html, at, ">");
}

function readTag(type: "open" | "close", html: string, at: number, nameStart: number): Token {
  const nameEnd = findNameEnd(html, nameStart);
  const end = findTagEnd(html, nameEnd);
  // A tag that the file cuts off is dropped by a parser, and so is all it would have held.
  if (end < 0) return createToken("bogus", "", html.slice(at));
  return createToken(type, html.slice(nameStart, nameEnd).toLowerCase(), html.slice(at, end));
}

function readUntil(type: TokenType, html: string, at: number, mark: string): Token {
  const found = html.indexOf(mark, at + 2);
  return createToken(type, "", html.slice(at, found < 0 ? html.length : found + mark.length));
}

/** A comment ends with `-->` or `--!>`; `<!-->` and `<!--->` are whole ones. */
function readComment(html: string, at: number): Token {
  const from = at + 4;
  if (html.charCodeAt(from) === greaterThan) {
    return createToken("comment", "", html.slice(at, from + 1));
  }
  if (html.startsWith("->", from)) return createToken("comment", "", html.slice(at, from + 2));
  const found = html.indexOf("-->", from);
  const raw = html.slice(at, found < 0 ? html.length : found + 3);
  const banged = raw.indexOf("--!>", 4);
  return createToken("comment", "", banged < 0 ? raw : raw.slice(0, banged + 4));
}

/** Where the text of `style`, `title` and the like ends: before its end tag, or with the file. */
function findRawTextEnd(html: string, from: number, name: string): number {
  let at = html.indexOf("</", from);
  while (at >= 0) {
    const nameEnd = at + 2 + name.length;
    const after = html.charCodeAt(nameEnd);
    const isEnd = isSpaceCode(after) || after === slash || after === greaterThan;
    if (isEnd && html.slice(at + 2, nameEnd).toLowerCase() === name) return at;
    at = html.indexOf("</", at + 2);
  }
  return html.length;
}

function findNameEnd(html: string, from: number): number {
  let at = from;
  let code = html.charCodeAt(at);
  while (at < html.length && code !== greaterThan && code !== slash && !isSpaceCode(code)) {
    code = html.charCodeAt(++at);
  }
  return at;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
