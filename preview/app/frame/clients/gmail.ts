import type { Support } from "./client-support.ts";
import { dressInlineStyles, dressStyleElement, findStyles } from "./dress-styles.ts";
import {
  appendHtml,
  type Element,
  findElement,
  getAttribute,
  ownText,
  removeNode,
  setAttribute,
  setDoctype,
  type Tree,
} from "./html-tree.ts";
import type { Tally } from "./report.ts";
import type { Fate, StylePolicy } from "./style-policy.ts";

/** Gmail reads so much CSS in all, characters; what reaches beyond is left out as a whole. */
const mostCss = 16 * 1024;

/** `rgb(0 128 0)`: a colour written with spaces. */
const spacedColour = /\brgba?\(\s*[\d.%]+\s+[\d.%]+/i;

/**
 * Makes of an email what Gmail makes of it. Known, from caniemail and from hteumeuleu/email-bugs:
 * - styles count in the head alone (html-style), 16 KB of them (email-bugs 90, caniemail 144); one
 *   with an at-rule inside an at-rule, with a colour written with spaces or with an error in it is
 *   left out as a whole (email-bugs 21, css-rgb; Email on Acid, "12 things", 5);
 * - a clipped email has lost all of them (email-bugs 56);
 * - `<body>` becomes a `<div>` behind a `<u>` that was the doctype (html-body), so that rules for
 *   `body` find nothing and those for `u + .body` do;
 * - it is laid out under the doctype of HTML 5, whatever its own was (Email on Acid, 11).
 * Guessed: the letters of a message without a font of its own (Arial, 13 px), and which of an
 * element's attributes Gmail carries over to the `<div>`.
 */
export function dressForGmail(
  tree: Tree,
  support: Support,
  tally: Tally,
  { cutBytes, readsStyles }: { readonly cutBytes: number; readonly readsStyles: boolean },
): void {
  const policy = gmailPolicy(support);
  for (const style of findStyles(tree)) {
    if (!isInHead(style)) drop(style, "<style> in the body");
    else if (!readsStyles) drop(style, "<style>");
    else if (cutBytes > 0) drop(style, "<style>, because the email is clipped");
  }
  dropUnreadable(tree, tally);
  for (const style of findStyles(tree)) dressStyleElement(style, policy, tally);
  dressInlineStyles(tree, policy, tally);
  replaceBody(tree);
  setDoctype(tree);
  if (cutBytes > 0) showClip(tree, tally, cutBytes);

  function drop(style: Element, what: string): void {
    tally.ignore(what, "html-style");
    removeNode(style);
  }
}

function isInHead(element: Element): boolean {
  const parent = element.parentNode;
  return parent !== null && "tagName" in parent && parent.tagName === "head";
}

/** What makes Gmail leave out a whole `<style>`. */
function dropUnreadable(tree: Tree, tally: Tally): void {
  let length = 0;
  for (const style of findStyles(tree)) {
    const css = ownText(style);
    length += css.length;
    const reason =
      length > mostCss
        ? "<style> beyond 16 KB"
        : hasNestedAtRule(css)
          ? "<style> with @ inside of @"
          : spacedColour.test(css)
            ? "<style> with rgb(0 0 0)"
            : null;
    if (reason === null) continue;
    tally.ignore(reason, "html-style");
    removeNode(style);
  }
}

/** Whether an at-rule stands in the block of another. */
export function hasNestedAtRule(css: string): boolean {
  const blocks: boolean[] = [];
  let pending = false;
  for (const [token] of css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/@|[{};]/g)) {
    if (token === "@") {
      if (blocks.includes(true)) return true;
      pending = true;
    } else if (token === "{") {
      blocks.push(pending);
      pending = false;
    } else if (token === "}") blocks.pop();
    else pending = false;
  }
  return false;
}

function gmailPolicy(support: Support): StylePolicy {
  return {
    support,
    declaration({ prop, value }): Fate {
      if (/^margin/.test(prop) && /(^|\s)-\d/.test(value)) {
        return { drop: "negative margins", slug: "css-margin" };
      }
      if (spacedColour.test(value)) return { drop: "rgb(0 0 0)", slug: "css-rgb" };
      return "keep";
    },
    selector: (selector) => !/(^|[\s>+~,(])(html|body|:root)\b/i.test(selector),
    atRule: (name, params) => name !== "media" || !/\b(min|max)-(device-)?height\b/.test(params),
  };
}

function replaceBody(tree: Tree): void {
  const body = findElement(tree, "body");
  if (!body) return;
  const inside = body.childNodes;
  const attrs = body.attrs;
  body.childNodes = [];
  body.attrs = [{ name: "style", value: "margin:0;font:13px/1.5 Arial,Helvetica,sans-serif" }];
  appendHtml(body, "<u></u><div></div>");
  const div = findElement(body, "div");
  if (!div) return;
  div.attrs = attrs;
  div.childNodes = inside;
  for (const child of inside) child.parentNode = div;
  const ground = getAttribute(div, "bgcolor");
  if (ground) {
    setAttribute(div, "style", `background-color:${ground};${getAttribute(div, "style") ?? ""}`);
  }
}

function showClip(tree: Tree, tally: Tally, cutBytes: number): void {
  const body = findElement(tree, "body");
  if (!body) return;
  tally.tell(`Clipped at 102 KB: ${Math.ceil(cutBytes / 1024)} KB do not show.`);
  const style = "padding:16px 8px;font:13px/1.5 Arial,sans-serif;color:#222;background:#fff";
  appendHtml(
    body,
    `<div style="${style}">[Message clipped]&nbsp; <u style="color:#15c">View entire message</u></div>`,
  );
}
