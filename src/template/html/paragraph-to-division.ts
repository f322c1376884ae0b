import { findAttribute } from "./attributes.ts";
import type { HtmlDocument, Token } from "./token.ts";

/** What a browser gives a `p` and not a `div`. @see https://html.spec.whatwg.org/#flow-content-3 */
const margin = "margin:1em 0";

const ownMargin = /(?:^|[;\s])margin(?:-block)?\s*:/i;
/** A selector that means each `p`, in a style sheet. */
const selectsParagraphs = /(?:^|[\s,}>+~])p(?=[\s,{.:>+~[])/;

/**
 * Whether a `p` looks the same as a `div` with the margin of a `p`: not where a style sheet may
 * decide about its margin.
 */
export function canBecomeDivision(token: Token, { tokens }: HtmlDocument): boolean {
  const sheets = tokens.filter(({ type, name }) => type === "raw-text" && name === "style");
  if (sheets.some(({ raw }) => selectsParagraphs.test(raw))) return false;
  const hasClass = findAttribute(token, "class") !== undefined;
  return !hasClass || sheets.length === 0 || hasOwnMargin(token);
}

/** The open tag of a `p` as one of a `div` that looks the same, and is still read as a paragraph. */
export function toDivision(token: Token): Token {
  const attributes = token.raw.slice("<p".length);
  const style = findAttribute(token, "style");
  let raw = `<div role="paragraph"${attributes}`;
  if (style === undefined) raw = `<div role="paragraph" style="${margin}"${attributes}`;
  else if (!hasOwnMargin(token)) {
    const at = style.valueStart - "<p".length;
    raw = `<div role="paragraph"${attributes.slice(0, at)}${margin};${attributes.slice(at)}`;
  }
  return { ...token, name: "div", raw };
}

function hasOwnMargin(token: Token): boolean {
  return ownMargin.test(findAttribute(token, "style")?.rawValue ?? "");
}
