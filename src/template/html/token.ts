/**
 * What a piece of HTML is. `bogus` is markup that a parser drops without a trace (`</>`, a tag that
 * the end of the file cuts off); `removed` is a token that a finishing step took out.
 */
export type TokenType =
  | "text"
  | "open"
  | "close"
  | "comment"
  | "doctype"
  | "raw-text"
  | "bogus"
  | "removed";

/** One piece of HTML. The concatenation of all `raw` is the document, to the byte. */
export interface Token {
  type: TokenType;
  /** Lower-cased tag name of `open` and `close`; of `raw-text` the element it stands in; else empty. */
  name: string;
  /** The source text. A step that changes a token writes here. */
  raw: string;
  /** Who reads it: a part marked `text-only` is left out of the HTML, but not out of the text. */
  audience: "all" | "text-only";
}

/** A document as a flat list: enough to fix and to read it, without building a tree. */
export interface HtmlDocument {
  readonly tokens: Token[];
}

/** The document as HTML: all that is not removed and not for the text alone. */
export function serialize(document: HtmlDocument): string {
  let html = "";
  for (const token of document.tokens) if (token.audience === "all") html += token.raw;
  return html;
}

/** Takes a token out of the document. */
export function removeToken(token: Token): void {
  token.type = "removed";
  token.raw = "";
}
