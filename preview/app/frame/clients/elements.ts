import type { Support } from "./client-support.ts";
import {
  type Element,
  getAttribute,
  removeAttribute,
  removeNode,
  type Tree,
  unwrap,
  visitElements,
} from "./html-tree.ts";
import type { Tally } from "./report.ts";

/** Elements with a page of caniemail; where one is refused, what is in it may stay. */
const elements: Record<string, { readonly slug: string; readonly keepsInside: boolean }> = {
  audio: { slug: "html-audio", keepsInside: false },
  button: { slug: "html-button-submit", keepsInside: true },
  dialog: { slug: "html-dialog", keepsInside: true },
  form: { slug: "html-form", keepsInside: true },
  link: { slug: "html-link", keepsInside: false },
  marquee: { slug: "html-marquee", keepsInside: true },
  meter: { slug: "html-meter", keepsInside: false },
  object: { slug: "html-object", keepsInside: false },
  picture: { slug: "html-picture", keepsInside: true },
  progress: { slug: "html-progress", keepsInside: false },
  select: { slug: "html-select", keepsInside: false },
  svg: { slug: "html-svg", keepsInside: false },
  textarea: { slug: "html-textarea", keepsInside: false },
  video: { slug: "html-video", keepsInside: false },
};

/** Takes out the elements that a client refuses. */
export function takeOutElements(tree: Tree, support: Support, tally: Tally): void {
  visitElements(tree, (element) => {
    const known = elements[element.tagName];
    if (known && support.get(known.slug) === "no") {
      tally.ignore(`<${element.tagName}>`, known.slug);
      if (known.keepsInside) unwrap(element);
      else removeNode(element);
    }
    if (hasAttribute(element, "hidden") && support.get("html-hidden") === "no") {
      tally.ignore("hidden", "html-hidden");
      removeAttribute(element, "hidden");
    }
    if (hasAttribute(element, "srcset") && support.get("html-srcset") === "no") {
      if (element.tagName === "source") removeNode(element);
      else removeAttribute(element, "srcset");
      tally.ignore("srcset", "html-srcset");
    }
  });
}

function hasAttribute(element: Element, name: string): boolean {
  return getAttribute(element, name) !== null;
}
