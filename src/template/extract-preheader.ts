import { blockElements } from "./html/elements.ts";
import { decodeText } from "./html/entities.ts";
import { findElementEnd } from "./html/find.ts";
import type { Token } from "./html/token.ts";
import { tokenize } from "./html/tokenize.ts";

/** More than any inbox shows behind the subject, in characters. */
const longest = 200;

/** Invisible characters in a row, with or without spaces between: what stands behind is not shown. */
const padding =
  /(?:\s*(?:\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff])\s*){6}[\s\S]*/;
const invisible = /\u034f|[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;

/**
 * What an inbox shows behind the subject: the preheader, and where it is not padded, the first words
 * of the body after it.
 *
 * @returns one line of at most 200 characters; empty when the body has no words
 */
export function extractPreheader(html: string, tokens: readonly Token[] = tokenize(html)): string {
  const body = tokens.findIndex((token) => token.type === "open" && token.name === "body");
  let text = "";
  for (let at = Math.max(0, body); at < tokens.length && text.length < longest * 8; at++) {
    const token = tokens[at] as Token;
    if (token.type === "text") text += decodeText(token.raw);
    else if (token.type === "open" && token.name === "head") at = findElementEnd(tokens, at);
    else if (blockElements.has(token.name) || token.name === "br") text += " ";
  }
  const start = text.slice(0, longest * 8);
  const shown = start.replace(padding, "").replace(invisible, "").replace(/\s+/g, " ").trim();
  return [...shown].slice(0, longest).join("").trim();
}
