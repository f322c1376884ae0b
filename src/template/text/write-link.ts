import { getAttribute } from "../html/attributes.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import type { TextFlow } from "./flow.ts";
import { hasText } from "./has-text.ts";
import { compareLabel, readAddress } from "./link-address.ts";
import { protectPlaceholders, restorePlaceholders } from "./placeholders.ts";
import type { WriteContext } from "./writer.ts";

/**
 * Writes a link: `text (address)` in running text, `text: address` where it has a line for itself,
 * the address alone where that is the text, and the text alone where it is a phone number or a mail
 * address. Of a linked image, its alternative text is the text. A link around several lines has its
 * address behind them.
 */
export function writeLink(link: VisibleElement, flow: TextFlow, context: WriteContext): void {
  const address = readAddress(link);
  if (address === undefined) {
    context.write(link.children, flow, context);
    return;
  }
  const mark = flow.beginLink();
  if (hasText(link.children)) context.write(link.children, flow, { ...context, images: false });
  else flow.write(nameOf(link));
  flow.endLink(mark, protectPlaceholders(address.value), (label) =>
    compareLabel(restorePlaceholders(label), address),
  );
}

/** What names a link that has no text: its images' alternative texts, else its label or title. */
function nameOf(link: VisibleElement): string {
  const alternatives = alternativesIn(link.children).join(" ");
  if (alternatives !== "") return alternatives;
  const label = getAttribute(link.token, "aria-label") ?? getAttribute(link.token, "title");
  return label?.trim() ?? "";
}

/** The alternative texts of the images in nodes, without those that are empty. */
export function alternativesIn(nodes: readonly VisibleNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    if (node.name !== "img") return alternativesIn(node.children);
    const alternative = getAttribute(node.token, "alt")?.trim();
    return alternative ? [alternative] : [];
  });
}
