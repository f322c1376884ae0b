import { getAttribute } from "../html/attributes.ts";
import { findOpen } from "../html/find.ts";
import type { HtmlDocument } from "../html/token.ts";
import { buildVisibleTree } from "../html/visible-tree.ts";
import { TextFlow } from "./flow.ts";
import type { TextOptions } from "./text-options.ts";
import { writeLines } from "./write-lines.ts";
import { writeNodes } from "./write-node.ts";

/**
 * Writes a document for a person who reads text only: what the HTML shows, in its order, with its
 * headings, lists, quotes and tables, links with their addresses, and nothing that it hides.
 *
 * @throws {RangeError} when an option is out of range
 */
export function writeText(document: HtmlDocument, options: TextOptions = {}): string {
  const html = findOpen(document, "html") ?? findOpen(document, "body");
  const direction = html && getAttribute(html, "dir")?.toLowerCase() === "rtl" ? "rtl" : "ltr";
  const flow = new TextFlow();
  writeNodes(buildVisibleTree(document, { htmlOnly: "leave-out" }), flow, {
    space: "collapse",
    images: true,
    listDepth: 0,
    direction,
    write: writeNodes,
  });
  return writeLines(flow.endAligned(), options);
}
