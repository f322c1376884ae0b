import { attributeOf, bodyOf, closestOf, parentOf, walkTexts } from "../frame/email-dom.ts";
import type { FirstWords } from "./snippet.ts";

/** Elements whose words no inbox shows. */
const silent = "style, script, title, head, template, noscript";

/** More characters than are ever looked at. */
const enough = 1200;

/** Ways to hide a preheader that emails use, as they stand in a `style` attribute. */
const hiding = /display\s*:\s*none|max-height\s*:\s*0|font-size\s*:\s*0|visibility\s*:\s*hidden/i;

/** Reads the first words of an email from its HTML: those hidden at its top, and those after. */
export function readFirstWords(html: string): FirstWords {
  const body = bodyOf(new DOMParser().parseFromString(html, "text/html"));
  let hidden = "";
  let shown = "";
  if (!body) return { hidden, body: shown };
  const walker = walkTexts(body);
  for (let node = walker.nextNode(); node && shown.length < enough; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || closestOf(parent, silent)) continue;
    const text = node.nodeValue ?? "";
    // What is hidden further down belongs to the body: an inbox reads on in the order of the HTML.
    if (shown.trim() === "" && isHidden(parent, body)) hidden += text;
    else shown += ` ${text}`;
  }
  return { hidden, body: shown };
}

function isHidden(element: Element, body: Element): boolean {
  for (let at: Element | null = element; at && at !== body; at = parentOf(at)) {
    if (attributeOf(at, "hidden") !== null || hiding.test(attributeOf(at, "style") ?? ""))
      return true;
  }
  return false;
}
