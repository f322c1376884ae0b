import type { Support } from "./client-support.ts";
import { dressInlineStyles, dressStyleElement, findStyles } from "./dress-styles.ts";
import {
  type Element,
  getAttribute,
  ownText,
  removeAttribute,
  removeNode,
  setAttribute,
  type Tree,
  visitElements,
} from "./html-tree.ts";
import type { Tally } from "./report.ts";
import type { Fate, StylePolicy } from "./style-policy.ts";

/** Elements that Word gives no size of their own (css-width, css-height). */
const unsized = ["body", "span", "div", "p"];

/**
 * Makes of an email what Outlook on Windows, which draws with Word, leaves of it: what caniemail's
 * data refuses goes, and what holds on some elements only is held to them. It is a sketch: Word's
 * own layout (line heights, gaps between tables, page breaks, VML) is not imitated.
 *
 * @see https://www.hteumeuleu.com/2020/outlook-rendering-engine/
 */
export function dressForOutlook(tree: Tree, support: Support, tally: Tally): void {
  const policy = outlookPolicy(support);
  removeOfficeSettings(tree);
  const spacers = findSpacers(tree);
  for (const style of findStyles(tree)) dressStyleElement(style, policy, tally);
  dressInlineStyles(tree, policy, tally);
  for (const spacer of spacers) drawSpacer(spacer);
  visitElements(tree, (element) => {
    if (element.tagName !== "body" && getAttribute(element, "background") !== null) {
      tally.ignore("background attribute outside of <body>", "html-background");
      removeAttribute(element, "background");
    }
    if (element.tagName.startsWith("v:")) drawVml(element, tally);
  });
}

function outlookPolicy(support: Support): StylePolicy {
  return {
    support,
    declaration(declaration, isInline): Fate {
      const property = declaration.prop.toLowerCase();
      const value = declaration.value.toLowerCase();
      if (isInline && declaration.important) {
        return { drop: "!important in a style attribute", slug: "css-important" };
      }
      if (/^padding/.test(property)) {
        return only(["td", "th"], "padding outside of table cells", "css-padding");
      }
      if (property === "max-width") {
        return only(["table"], "max-width outside of tables", "css-max-width");
      }
      if (property === "width") {
        return except([...unsized, "img"], "width of div, p, span, img", "css-width");
      }
      if (property === "height") return except(unsized, "height of div, p, span", "css-height");
      if (/^margin/.test(property)) return judgeMargin(value);
      if (property === "display" && value !== "none") {
        return { drop: `display: ${value}`, slug: "css-display" };
      }
      if (property === "background") return judgeBackground(declaration.value);
      if (property === "text-transform" && value === "lowercase") {
        return { drop: "text-transform: lowercase", slug: "css-text-transform" };
      }
      return "keep";
    },
    selector: () => true,
    atRule: (name) => name !== "font-face",
  };
}

function judgeMargin(value: string): Fate {
  if (/(^|\s)-\d/.test(value)) return { drop: "negative margins", slug: "css-margin" };
  if (/\bauto\b/.test(value)) {
    return { value: value.replace(/\bauto\b/g, "0"), lost: "margin: auto", slug: "css-margin" };
  }
  return except(["span", "body"], "margin of span, body", "css-margin");
}

/** Only a colour is taken. */
function judgeBackground(value: string): Fate {
  if (!/url\(|gradient\(|,(?![^(]*\))/i.test(value)) return "keep";
  const colour = /#[0-9a-f]{3,8}\b|rgb\([^)]*\)|^\s*[a-z]+\b(?!\()/i.exec(value)?.[0];
  const lost = { lost: "background with an image", slug: "css-background" };
  return colour ? { value: colour.trim(), ...lost } : { drop: lost.lost, slug: lost.slug };
}

function only(tagNames: readonly string[], lost: string, slug: string): Fate {
  return {
    holdsOn: (tagName) => tagNames.includes(tagName),
    suffix: `:where(${tagNames.join(", ")})`,
    ...{ lost, slug },
  };
}

function except(tagNames: readonly string[], lost: string, slug: string): Fate {
  return {
    holdsOn: (tagName) => !tagNames.includes(tagName),
    suffix: `:where(:not(${tagNames.join(", ")}))`,
    ...{ lost, slug },
  };
}

/** Blanks that Word stretches: how buttons of React Email get their padding there. */
interface Spacer {
  readonly element: Element;
  readonly width: number;
  /** Height that the raised blank adds to its line, px; 0 when it is not raised. */
  readonly raise: number;
}

/** Width of a hair space that is not stretched, px, as React Email's button counts it. */
const hairSpace = 2;

function findSpacers(tree: Tree): readonly Spacer[] {
  const found: Spacer[] = [];
  visitElements(tree, (element) => {
    const style = getAttribute(element, "style") ?? "";
    const stretch = /mso-font-width:\s*(\d+)%/i.exec(style)?.[1];
    if (stretch === undefined) return;
    const blanks = ownText(element).split("\u200a").length - 1;
    const raisePoints = Number(/mso-text-raise:\s*([\d.]+)/i.exec(style)?.[1] ?? 0);
    const width = (blanks * hairSpace * Number(stretch)) / 100;
    found.push({ element, width, raise: (raisePoints * 4) / 3 });
  });
  return found;
}

/** A stretched blank becomes as much room; a raised one makes its link as much taller. */
function drawSpacer({ element, width, raise }: Spacer): void {
  setAttribute(element, "style", `display:inline-block;width:${width}px`);
  if (raise === 0) return;
  let parent = element.parentNode;
  while (parent && "tagName" in parent && parent.tagName !== "a") parent = parent.parentNode;
  if (!parent || !("tagName" in parent)) return;
  const room = `display:inline-block;padding:${raise / 2}px 0`;
  setAttribute(parent, "style", `${getAttribute(parent, "style") ?? ""};${room}`);
}

/** Settings for Word, which a browser would print as text. */
function removeOfficeSettings(tree: Tree): void {
  visitElements(tree, (element) => {
    if (element.tagName === "xml" || element.tagName.startsWith("w:")) removeNode(element);
  });
}

/** A shape is drawn as its box in its colour; that it is more than that is said. */
function drawVml(element: Element, tally: Tally): void {
  tally.tell("VML is drawn as plain boxes.");
  const colour = getAttribute(element, "fillcolor");
  const style = getAttribute(element, "style") ?? "";
  const ground = colour ? `background-color:${colour};` : "";
  const box = /roundrect|rect|oval/.test(element.tagName)
    ? "display:inline-block;text-align:center;"
    : "";
  setAttribute(element, "style", `${box}${ground}${style}`);
}
