import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { EmailElement, EmailNode } from "./element.ts";

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** An email's elements. */
export interface ElementTree {
  /** All, in order; `html` is the first. */
  readonly elements: readonly EmailElement[];
  /** `html -//W3C//…`; undefined where there is no doctype. */
  readonly doctype: string | undefined;
}

/** Parses an email once, as browsers do. Comments, and conditional ones with them, are left out. */
export function readElements(html: string): ElementTree {
  const document = parse(html);
  const elements: EmailElement[] = [];
  const read = (parent: Parent, around: EmailElement | undefined): EmailNode[] => {
    const children: EmailNode[] = [];
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text") {
        const { value } = node as DefaultTreeAdapterTypes.TextNode;
        const last = children.at(-1);
        // A comment parted them.
        if (typeof last === "string") children[children.length - 1] = last + value;
        else children.push(value);
      } else if ("tagName" in node) {
        const own: EmailNode[] = [];
        const element = {
          name: node.tagName,
          index: elements.length,
          attributes: new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value])),
          parent: around,
          children: own,
        };
        elements.push(element);
        children.push(element);
        // No mail client runs scripts: what stands in <noscript> is shown.
        own.push(
          ...read(node.nodeName === "template" ? { ...node, childNodes: [] } : node, element),
        );
      }
    }
    return children;
  };
  read(document, undefined);
  const doctype = document.childNodes.find(({ nodeName }) => nodeName === "#documentType") as
    | DefaultTreeAdapterTypes.DocumentType
    | undefined;
  return { elements, doctype: doctype && `${doctype.name} ${doctype.publicId}`.trim() };
}
