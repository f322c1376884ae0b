import { getAttribute } from "../html/attributes.ts";
import type { VisibleElement, VisibleNode } from "../html/visible-tree.ts";
import type { TextFlow } from "./flow.ts";
import { hasText } from "./has-text.ts";
import type { WriteContext } from "./writer.ts";

/**
 * Writes a link: `text (address)` in running text, `text: address` where it has a line for itself,
 * the address alone where that is the text. Of a linked image, its alternative text is the text.
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

  const text = flow.textSince(mark);
  if (text === undefined) flow.appendAddress(address);
  else if (text === "" || isSameAddress(text, address)) flow.replaceSince(mark, address);
  else flow.addAddress(text, address);
}

/** Where the link leads, as a reader would type it; undefined where it leads nowhere. */
export function readAddress(link: VisibleElement): string | undefined {
  const href = getAttribute(link.token, "href")?.trim().replace(/\s/g, "%20");
  if (href === undefined || href === "" || href.startsWith("#")) return undefined;
  if (/^(?:javascript|data):/i.test(href)) return undefined;
  const [, address] = /^(?:mailto|tel|sms):([^?]+)/i.exec(href) ?? [];
  return address === undefined ? href : decodeAddress(address);
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What names a link that has no text: its images' alternative texts, else its label or title. */
function nameOf(link: VisibleElement): string {
  const alternatives = alternativesIn(link.children).join(" ");
  if (alternatives !== "") return alternatives;
  const label = getAttribute(link.token, "aria-label") ?? getAttribute(link.token, "title");
  return label?.trim() ?? "";
}

function alternativesIn(nodes: readonly VisibleNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    if (node.name !== "img") return alternativesIn(node.children);
    const alternative = getAttribute(node.token, "alt")?.trim();
    return alternative ? [alternative] : [];
  });
}

/** Whether a text says the address itself, be it without scheme, `www.` or closing slash. */
function isSameAddress(text: string, address: string): boolean {
  return bare(text) === bare(address);
}

function bare(address: string): string {
  return address
    .replace(/\s/g, "")
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "");
}
