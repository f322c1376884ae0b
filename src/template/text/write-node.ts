import { findAttribute, getAttribute } from "../html/attributes.ts";
import { blockElements } from "../html/elements.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import { hasRightToLeft } from "./characters.ts";
import { TextFlow } from "./flow.ts";
import { hasText } from "./has-text.ts";
import { createLine, prefixLines } from "./line.ts";
import { writeLink } from "./write-link.ts";
import { writeList } from "./write-list.ts";
import { isStruckOut, isSuperscript, writeStruckOut, writeSuperscript } from "./write-marked.ts";
import { writeTable } from "./write-table.ts";
import type { WriteContext } from "./writer.ts";

/** A rule across the text. */
const rule = "-".repeat(40);

/** Blocks that stand apart from what is around them. */
const spacedBlocks = /^(?:p|h[1-6]|hgroup|figure|fieldset|dl|details)$/;

/** First Strong Isolate and Pop Directional Isolate. @see https://unicode.org/reports/tr9/ */
const isolate = "\u2068";
const popIsolate = "\u2069";

/** Writes nodes into a flow. */
export function writeNodes(
  nodes: readonly VisibleNode[],
  flow: TextFlow,
  context: WriteContext,
): void {
  for (const node of nodes) {
    if (typeof node === "string") writeText(node, flow, context);
    else writeElement(node, flow, context);
  }
}

function writeText(text: string, flow: TextFlow, context: WriteContext): void {
  if (context.space === "collapse") flow.write(text);
  else if (context.space === "pre") flow.writePreserved(text);
  else {
    text.split("\n").forEach((line, index) => {
      if (index > 0) flow.breakLine();
      flow.write(line);
    });
  }
}

/** Writes one element. */
type WriteElement = (element: VisibleElement, flow: TextFlow, context: WriteContext) => void;

const writers: Readonly<Record<string, WriteElement>> = {
  a: writeLink,
  bdi: writeIsolated,
  bdo: writeIsolated,
  blockquote: (element, flow, context) => writePrefixed(element, "> ", 1, flow, context),
  br: (_element, flow) => flow.breakLine(),
  del: writeStruckOut,
  dd: (element, flow, context) => writePrefixed(element, "  ", 0, flow, context),
  dir: writeList,
  hr: writeRule,
  img: writeImage,
  menu: writeList,
  ol: writeList,
  pre: writePre,
  q: writeQuotation,
  // What a `<bdi>` becomes in the HTML.
  span: (element, flow, context) => {
    const { token } = element;
    const isApart = /\sdir/i.test(token.raw) && findAttribute(token, "dir") !== undefined;
    (isApart ? writeIsolated : writePlain)(element, flow, context);
  },
  s: writeStruckOut,
  strike: writeStruckOut,
  sup: writeSuperscript,
  table: writeTable,
  ul: writeList,
};

function writeElement(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const write = Object.hasOwn(writers, element.name) ? writers[element.name] : undefined;
  (write ?? writePlain)(element, flow, context);
}

function writeRule(_element: VisibleElement, flow: TextFlow): void {
  flow.separate(1);
  flow.append([createLine("fixed", rule, 0)]);
  flow.separate(1);
}

function writeQuotation(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  flow.write("“");
  context.write(element.children, flow, context);
  flow.write("”");
}

function writePlain(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const { raw } = element.token;
  const inside = raw.includes("white-space") ? withSpace(raw, context) : context;
  const write = writerOfContent(element);
  if (!blockElements.has(element.name) && !/display\s*:\s*block/i.test(raw)) {
    write(element, flow, inside);
    return;
  }
  const isSpaced =
    (spacedBlocks.test(element.name) || raw.includes('role="paragraph"')) &&
    context.space !== "pre";
  flow.separate(isSpaced ? 1 : 0);
  write(element, flow, inside);
  flow.separate(isSpaced ? 1 : 0);
}

/** What its style makes of an element's content. */
function writerOfContent(element: VisibleElement): WriteElement {
  if (isStruckOut(element)) return writeStruckOut;
  return isSuperscript(element) ? writeSuperscript : writeChildren;
}

function writeChildren(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  context.write(element.children, flow, context);
}

function withSpace(raw: string, context: WriteContext): WriteContext {
  const [, value] = /white-space\s*:\s*(pre-line|pre|normal|nowrap|break-spaces)/i.exec(raw) ?? [];
  if (value === undefined) return context;
  const lower = value.toLowerCase();
  const space = lower === "pre-line" ? "lines" : /^(?:pre|break)/.test(lower) ? "pre" : "collapse";
  return { ...context, space };
}

/** An image is told by its alternative text, which decoration has none of. */
function writeImage(image: VisibleElement, flow: TextFlow, context: WriteContext): void {
  if (!context.images) return;
  const alternative = getAttribute(image.token, "alt")?.trim();
  if (alternative) flow.write(` ${alternative} `);
}

function writePrefixed(
  element: VisibleElement,
  prefix: string,
  blanks: number,
  flow: TextFlow,
  context: WriteContext,
): void {
  const inner = new TextFlow();
  context.write(element.children, inner, context);
  flow.separate(blanks);
  flow.append(prefixLines(inner.endAligned(), prefix, prefix));
  flow.separate(blanks);
}

function writePre(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const inner = new TextFlow();
  context.write(withoutFirstLineFeed(element.children), inner, { ...context, space: "pre" });
  const lines = inner.endAligned().map((line) => ({ ...line, kind: "fixed" as const }));
  flow.separate(1);
  flow.append(lines);
  flow.separate(1);
}

/** HTML ignores a line feed right after `<pre>`. */
function withoutFirstLineFeed(children: readonly VisibleNode[]): readonly VisibleNode[] {
  const [first, ...others] = children;
  return typeof first === "string" ? [first.replace(/^\r?\n/, ""), ...others] : children;
}

/** Foreign text keeps its direction, where the text around it runs, or may run, the other way. */
function writeIsolated(element: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const needsIsolation = context.direction === "rtl" || hasForeignDirection(element.children);
  if (!needsIsolation || !hasText(element.children)) {
    context.write(element.children, flow, context);
    return;
  }
  flow.write(isolate);
  context.write(element.children, flow, context);
  flow.write(popIsolate);
}

function hasForeignDirection(nodes: readonly VisibleNode[]): boolean {
  return nodes.some((node) =>
    typeof node === "string" ? hasRightToLeft(node) : hasForeignDirection(node.children),
  );
}
