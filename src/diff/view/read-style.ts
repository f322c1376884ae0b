import type { EmailElement } from "../../check/document/element.ts";
import type { OwnStyle } from "../../check/document/rule-index.ts";
import { toPixels } from "../../check/document/shown-style.ts";
import { browserStyle } from "./browser-style.ts";
import { expand, isInitial } from "./expand.ts";
import { normalValue, round } from "./normal-value.ts";
import type { Style } from "./view-item.ts";

/** How an element looks. */
export interface ReadStyle {
  /** What its words have, whatever around them says it. */
  readonly inherited: Style;
  /** What it has as a box; without what every box has. */
  readonly box: Style;
  /** The value of `display`, where one is given. */
  readonly display: string | undefined;
}

/** What words have from what is around them. `text-decoration` reaches them as well. */
const inheritable =
  /^(?:color|font|font-(?:family|size|style|weight|variant)|line-height|letter-spacing|word-spacing|word-break|text-(?:align|transform|indent|decoration|shadow)|white-space|direction|list-style.*|visibility)$/;

const headingSizes: Readonly<Record<string, number>> = {
  ...{ h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 },
  ...{ small: 0.83, sub: 0.83, sup: 0.83, big: 1.2 },
};

/** What a mail has where nothing is said. */
export const rootStyle: Style = { color: "#000000", "font-size": "16px", "font-weight": "400" };

/** Works out how an element looks, in one form however it is written. */
export function readStyle(element: EmailElement, own: OwnStyle, around: Style): ReadStyle {
  const declared = [...Object.entries(browserStyle(element)), ...own];
  const longhands = new Map(declared.flatMap(([property, value]) => expand(property, value)));
  const aroundPx = Number.parseFloat(around["font-size"] ?? "16");
  const said = longhands.get("font-size");
  const sizePx =
    (said === undefined ? undefined : toPixels(said, aroundPx)) ??
    aroundPx * (said === undefined ? (headingSizes[element.name] ?? 1) : 1);
  const inherited: Record<string, string> = { ...around, "font-size": `${round(sizePx)}px` };
  const box: Record<string, string> = {};
  for (const [property, value] of longhands) {
    if (property === "font-size" || /^inherit$/i.test(value)) continue;
    const normal = normalOf(property, value, sizePx);
    if (inheritable.test(property)) {
      if (/^(?:initial|unset)$/.test(normal)) delete inherited[property];
      else inherited[property] = normal;
    } else if (!isInitial(property, normal)) box[property] = normal;
  }
  // The first value of these is what is had without them.
  for (const [property, usual] of initial) {
    if (inherited[property] === usual) delete inherited[property];
  }
  return { inherited, box, display: longhands.get("display") };
}

const initial: readonly (readonly [string, string])[] = [
  ["text-decoration", "none"],
  ["font-style", "normal"],
  ["line-height", "normal"],
  ["letter-spacing", "normal"],
  ["letter-spacing", "0"],
  ["text-transform", "none"],
  ["text-align", "left"],
  ["text-align", "start"],
  ["white-space", "normal"],
  ["direction", "ltr"],
  ["word-break", "normal"],
];

function normalOf(property: string, value: string, sizePx: number): string {
  const normal = normalValue(value, sizePx);
  if (property === "font-weight") {
    return normal === "bold" || normal === "bolder" ? "700" : normal.replace("normal", "400");
  }
  if (property === "line-height" && normal.endsWith("%")) {
    return `${round((Number.parseFloat(normal) / 100) * sizePx)}px`;
  }
  if (property === "background-color" && /^[\da-f]{6}$/.test(normal)) return `#${normal}`;
  return normal;
}
