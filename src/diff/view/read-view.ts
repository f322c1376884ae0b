import type { Cascade } from "../../check/document/cascade.ts";
import type { CheckedEmail } from "../../check/document/checked-email.ts";
import type { EmailElement } from "../../check/document/element.ts";
import { narrow, type Viewing, wide } from "../../check/document/media.ts";
import { hidesItself } from "../../check/document/shown-style.ts";
import { type RunPiece, readRun } from "./read-run.ts";
import { type ReadStyle, readStyle, rootStyle } from "./read-style.ts";
import { simplify, type ViewNode } from "./simplify.ts";
import type { Style, ViewItem } from "./view-item.ts";

/** In which way an email is looked at. */
export type ViewName = "light" | "dark" | "phone";

/** All of them; `light` is a browser's reading pane. */
export const viewNames: readonly ViewName[] = ["light", "dark", "phone"];

const viewings: Readonly<Record<ViewName, Viewing>> = {
  light: { scheme: "light", width: wide },
  dark: { scheme: "dark", width: wide },
  phone: { scheme: "light", width: narrow },
};

const neverShown = new Set(
  "head title style script template meta link xml noembed noframes datalist".split(" "),
);

const blockNames = new Set(
  (
    "address article aside blockquote body caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 " +
    "header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** What these are is told; all others are a text. */
const named = /^(?:h[1-6]|li|dt|dd|blockquote|caption|th|pre)$/;

/** What a reader meets of an email's HTML, one after the other, looked at in one way. */
export function readView(email: CheckedEmail, name: ViewName): readonly ViewItem[] {
  const { body } = email;
  if (!body) return [];
  const cascade = email.cascadeFor(viewings[name]);
  return simplify(createReader(cascade).read(body, rootStyle, "text"));
}

function createReader(cascade: Cascade) {
  const isHidden = (element: EmailElement) =>
    neverShown.has(element.name) || hidesItself(element, cascade.own(element));

  function isBlock({ name }: EmailElement, { display }: ReadStyle): boolean {
    if (name === "img") return false;
    if (display !== undefined && display !== "none") return !display.startsWith("inline");
    return blockNames.has(name);
  }

  /** An inline element with blocks in it, as a link around a table, is taken for what they are. */
  function holdsBlock(element: EmailElement, style: Style): boolean {
    return element.children.some((child) => {
      if (typeof child === "string" || isHidden(child)) return false;
      const own = readStyle(child, cascade.own(child), style);
      return isBlock(child, own) || holdsBlock(child, own.inherited);
    });
  }

  function read(element: EmailElement, around: Style, block: string, href?: string): ViewNode {
    const own = readStyle(element, cascade.own(element), around);
    const { index, name } = element;
    const label = named.test(name) ? name : block;
    const address = name === "a" ? (element.attributes.get("href") ?? href) : href;
    const children: ViewNode[] = [];
    let run: RunPiece[] = [];
    const flush = () => {
      children.push(...readRun(run, label, index));
      run = [];
    };
    const walk = (at: EmailElement, style: Style, inner: Style, link: string | undefined) => {
      for (const child of at.children) {
        if (typeof child === "string") {
          run.push({ text: child, style: inner, href: link, element: at.index });
          continue;
        }
        if (isHidden(child)) continue;
        if (child.name === "br") {
          run.push({ text: " ", style: inner, href: link, element: at.index });
          continue;
        }
        const childStyle = readStyle(child, cascade.own(child), style);
        if (child.name === "img") {
          run.push({ image: child, box: childStyle.box, style: inner, href: link });
        } else if (child.name === "hr") {
          flush();
          children.push({ kind: "rule", element: child.index, box: childStyle.box });
        } else if (isBlock(child, childStyle) || holdsBlock(child, childStyle.inherited)) {
          flush();
          children.push(read(child, style, label, link));
        } else {
          const target = child.name === "a" ? (child.attributes.get("href") ?? link) : link;
          const shown = { ...inner, ...childStyle.inherited, ...childStyle.box };
          walk(child, childStyle.inherited, shown, target);
        }
      }
    };
    walk(element, own.inherited, own.inherited, address);
    flush();
    const cells = name === "tr" ? element.children.filter(isCell).length : 0;
    return cells > 1
      ? { kind: "row", element: index, box: own.box, children, cells }
      : { kind: "box", element: index, box: own.box, children };
  }

  function isCell(child: EmailElement | string): boolean {
    return typeof child !== "string" && /^t[dh]$/.test(child.name) && !isHidden(child);
  }

  return { read };
}
