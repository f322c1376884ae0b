import { getAttribute } from "../../template/html/attributes.ts";
import { blockElements } from "../../template/html/elements.ts";
import { decodeText } from "../../template/html/entities.ts";
import { tokenize } from "../../template/html/tokenize.ts";
import { normalizeText } from "./compare-text.ts";

/** A link of a message. */
export interface MailLink {
  /** Where it leads, decoded. */
  readonly href: string;
  /** What a reader clicks on; of an image its alternative text, of a bare address the address. */
  readonly text: string;
}

/** What a reader sees of HTML. */
export interface HtmlContent {
  /** One line for each block; runs of white space are one space. */
  readonly text: string;
  /** In the order they stand. */
  readonly links: readonly MailLink[];
}

/** Reads the words and the links out of HTML; styles, scripts and comments are no words. */
export function readHtml(html: string): HtmlContent {
  const links: { readonly href: string; text: string }[] = [];
  let text = "";
  let link: (typeof links)[number] | undefined;
  const write = (words: string) => {
    text += words;
    if (link) link.text += words;
  };

  for (const token of tokenize(html)) {
    if (token.type === "text") write(decodeText(token.raw).replace(/\s+/g, " "));
    if (token.type !== "open" && token.type !== "close") continue;
    const isOpen = token.type === "open";
    if (blockElements.has(token.name) || token.name === "br") text += "\n";
    if (token.name === "td" || token.name === "th") write(" ");
    if (token.name === "img" && isOpen) write(getAttribute(token, "alt") ?? "");
    if (token.name !== "a") continue;
    link = undefined;
    const href = isOpen ? getAttribute(token, "href")?.trim() : undefined;
    if (!href) continue;
    link = { href, text: "" };
    links.push(link);
  }
  return {
    text: text.split("\n").map(normalizeText).filter(Boolean).join("\n"),
    links: links.map((found) => ({ href: found.href, text: normalizeText(found.text) })),
  };
}
