import { blockElements, voidElements } from "./elements.ts";
import { decodeText } from "./entities.ts";
import { findElementEnd } from "./find.ts";
import { visibilityOf } from "./hidden.ts";
import type { HtmlDocument, Token } from "./token.ts";

/** An element that a reader sees. */
export interface VisibleElement {
  readonly name: string;
  /** Its open tag, to read attributes from. */
  readonly token: Token;
  readonly children: VisibleNode[];
}

/** An element, or text with its character references resolved. */
export type VisibleNode = VisibleElement | string;

/** Elements whose content is not shown in the body. */
const unseen: ReadonlySet<string> = new Set(
  (
    "head title style script template xmp iframe noembed noframes object audio video datalist " +
    "svg math"
  ).split(" "),
);

/** Which open elements an open tag ends, and at which element the search for them stops. */
const impliedEnds: Readonly<Record<string, { readonly ends: RegExp; readonly within: RegExp }>> = {
  li: { ends: /^li$/, within: /^(?:ul|ol|menu)$/ },
  dt: { ends: /^d[td]$/, within: /^dl$/ },
  dd: { ends: /^d[td]$/, within: /^dl$/ },
  td: { ends: /^t[dh]$/, within: /^(?:tr|table)$/ },
  th: { ends: /^t[dh]$/, within: /^(?:tr|table)$/ },
  tr: { ends: /^tr$/, within: /^table$/ },
  tbody: { ends: /^t(?:body|head|foot|r)$/, within: /^table$/ },
  thead: { ends: /^t(?:body|head|foot|r)$/, within: /^table$/ },
  tfoot: { ends: /^t(?:body|head|foot|r)$/, within: /^table$/ },
};

const cells = /^(?:t[dh]|caption)$/;
const tableParts = /^(?:t[rdh]|table|tbody|thead|tfoot|caption|body|html)$/;

/** A `p` ends where a block begins, unless one of these stands between. */
const paragraphEnd = { ends: /^p$/, within: /^(?:t[dh]|table|caption|button)$/ };

/**
 * The tree of what a reader sees: without comments, without hidden parts. End tags may be missing
 * or superfluous, as HTML allows; tags that stand where they must not are not moved.
 *
 * @param options `htmlOnly: "leave-out"` leaves out what is marked to stay out of the text
 */
export function buildVisibleTree(
  { tokens }: HtmlDocument,
  options: { readonly htmlOnly: "keep" | "leave-out" },
): VisibleNode[] {
  const root: VisibleNode[] = [];
  const stack: VisibleElement[] = [];
  let children = root;

  const closeTo = (depth: number) => {
    stack.length = depth;
    children = stack.at(-1)?.children ?? root;
  };

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.type === "text") {
      addText(children, decodeText(token.raw));
    } else if (token.type === "raw-text") {
      if (token.name === "textarea") children.push(decodeText(token.raw));
    } else if (token.type === "close") {
      const depth = findOpenDepth(stack, token.name);
      if (depth >= 0) closeTo(depth);
    } else if (token.type === "open") {
      const visibility = visibilityOf(token);
      const isLeftOut =
        unseen.has(token.name) ||
        visibility === "hidden" ||
        (visibility === "html-only" && options.htmlOnly === "leave-out");
      if (isLeftOut) {
        at = findElementEnd(tokens, at);
        continue;
      }
      closeTo(depthAfterImpliedEnd(stack, token.name));
      const element: VisibleElement = { name: token.name, token, children: [] };
      children.push(element);
      if (voidElements.has(token.name)) continue;
      stack.push(element);
      children = element.children;
    }
  }
  return root;
}

/** React writes one text as several, with a comment between. */
function addText(children: VisibleNode[], text: string): void {
  const last = children.at(-1);
  if (typeof last === "string") children[children.length - 1] = last + text;
  else children.push(text);
}

function depthAfterImpliedEnd(stack: readonly VisibleElement[], name: string): number {
  const rule = impliedEnds[name] ?? (blockElements.has(name) ? paragraphEnd : undefined);
  if (rule === undefined) return stack.length;
  let depth = stack.length;
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = (stack[at] as VisibleElement).name;
    if (rule.within.test(open)) break;
    if (rule.ends.test(open)) depth = at;
  }
  return depth;
}

/** Where the element stands that an end tag closes. Only a table's own tags reach out of a cell. */
function findOpenDepth(stack: readonly VisibleElement[], name: string): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = (stack[at] as VisibleElement).name;
    if (open === name) return at;
    if (cells.test(open) && !tableParts.test(name)) return -1;
  }
  return -1;
}
