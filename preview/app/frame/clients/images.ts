import type { Support } from "./client-support.ts";
import {
  type Element,
  getAttribute,
  removeAttribute,
  setAttribute,
  setOwnText,
  type Tree,
  visitElements,
} from "./html-tree.ts";
import type { Tally } from "./report.ts";
import { nameFeature } from "./style-policy.ts";

const urlInCss = /url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi;

/** Addresses in CSS that are no pictures. */
const otherFile = /\.(?:woff2?|ttf|otf|css)\b|fonts\./i;

function withoutPictures(css: string): string {
  return css.replace(urlInCss, (url) => (otherFile.test(url) ? url : "none"));
}

/** Formats that caniemail knows, by what an address ends in. */
const formats: Record<string, string> = {
  ...{ svg: "image-svg", webp: "image-webp", avif: "image-avif", apng: "image-apng" },
  ...{ bmp: "image-bmp", ico: "image-ico", heic: "image-heif", heif: "image-heif" },
  ...{ tif: "image-tiff", tiff: "image-tiff", mp4: "image-mp4" },
};

/** Takes out every picture, as a client that loads none until it is asked to. */
export function takeOutImages(tree: Tree): void {
  visitElements(tree, (element) => {
    if (element.tagName === "img") hideImage(element);
    if (element.tagName === "source") removeAttribute(element, "srcset");
    removeAttribute(element, "background");
    removeAttribute(element, "poster");
    const style = getAttribute(element, "style");
    if (style && /url\(/i.test(style)) {
      setAttribute(element, "style", withoutPictures(style));
    }
    if (element.tagName === "style") {
      for (const node of element.childNodes) {
        if ("value" in node) node.value = withoutPictures(node.value);
      }
    }
  });
}

/** Takes out the pictures of formats that a client cannot draw. */
export function takeOutFormats(tree: Tree, support: Support, tally: Tally): void {
  visitElements(tree, (element) => {
    if (element.tagName !== "img") return;
    const slug = formatOf(getAttribute(element, "src") ?? "");
    if (slug === null || support.get(slug) !== "no") return;
    tally.ignore(slug === "image-base64" ? "images in the HTML itself" : nameFormat(slug), slug);
    hideImage(element);
  });
}

/** The words of an image in its box, as clients draw one that they did not load. */
function hideImage(element: Element): void {
  const words = getAttribute(element, "alt") ?? "";
  const style = getAttribute(element, "style") ?? "";
  const box = [
    "display:inline-block;overflow:hidden;box-sizing:border-box;vertical-align:bottom",
    "outline:1px solid rgba(127,127,127,.4);outline-offset:-1px",
    toLength("width", getAttribute(element, "width")),
    toLength("height", getAttribute(element, "height")),
  ];
  setAttribute(element, "style", `${box.filter(Boolean).join(";")};${style}`);
  for (const name of ["src", "srcset", "width", "height", "alt"]) removeAttribute(element, name);
  setAttribute(element, "role", "img");
  setAttribute(element, "aria-label", words);
  // A browser would draw its own sign for a broken image.
  element.tagName = "span";
  element.nodeName = "span";
  setOwnText(element, words);
}

function toLength(side: string, value: string | null): string {
  if (!value || !/^\d+(px|%)?$/.test(value)) return "";
  return `${side}:${/\d$/.test(value) ? `${value}px` : value}`;
}

function formatOf(source: string): string | null {
  if (/^data:/i.test(source)) return "image-base64";
  const ending = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(source)?.[1]?.toLowerCase() ?? "";
  return formats[ending] ?? null;
}

function nameFormat(slug: string): string {
  return `${nameFeature(slug)} images`;
}
