import { blockElements, voidElements } from "./elements.ts";
import { findElementEnd } from "./find.ts";
import type { HtmlDocument, Token } from "./token.ts";

/** What a document's body begins with. */
export interface BodyParts {
  /** Undefined where the author wrote none: a parser begins one after the head. */
  readonly body: Token | undefined;
  /** The blocks that stand directly in it, in order. */
  readonly children: readonly Token[];
  /**
   * The cell that React Email's `Body` puts everything into, since several clients throw the styles
   * of `body` away. Undefined where the author wrote the body without it.
   */
  readonly cell: Token | undefined;
}

/** Finds the body and what stands directly in it; undefined for a fragment. */
export function findBodyParts({ tokens }: HtmlDocument): BodyParts | undefined {
  const indexOf = (name: string) =>
    tokens.findIndex((token) => token.type === "open" && token.name === name);
  const bodyAt = indexOf("body");
  const start = bodyAt < 0 ? indexOf("html") : bodyAt;
  const outer = tokens[start];
  if (outer === undefined) return undefined;
  const body = bodyAt < 0 ? undefined : outer;
  const children: Token[] = [];
  let cell: Token | undefined;
  for (let at = start + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.type === "close" && token.name === outer.name) break;
    if (token.type !== "open") continue;
    if (blockElements.has(token.name)) children.push(token);
    if (token.name === "table") cell ??= findCell(tokens, at);
    if (!voidElements.has(token.name)) at = findElementEnd(tokens, at);
  }
  return { body, children, cell };
}

/** React Email's own table, by what it writes on it; a table of the author's has other attributes. */
const bodyTable =
  /^<table border="0" width="100%" cellPadding="0" cellSpacing="0" role="presentation" align="center"(?: lang="[^"]*")?(?: dir="[^"]*")?>$/;

function findCell(tokens: readonly Token[], table: number): Token | undefined {
  if (!bodyTable.test(tokens[table]?.raw ?? "")) return undefined;
  const [tbody, tr, td] = tokens
    .slice(table + 1, table + 12)
    .filter(({ type }) => type !== "removed" && type !== "comment");
  const isChain = tbody?.raw === "<tbody>" && tr?.raw === "<tr>" && td?.name === "td";
  return isChain && td.type === "open" ? td : undefined;
}
