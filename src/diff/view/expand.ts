import { parseColor } from "../../check/document/color.ts";
import { splitValue } from "./normal-value.ts";

const sides = ["top", "right", "bottom", "left"] as const;

/** What no client shows, or what shows by what it does to others only. */
const unseen =
  /^(?:mso-|-webkit-|-ms-|-moz-|--)|^(?:border-collapse|table-layout|box-sizing|outline|cursor|transition|text-size-adjust|color-scheme|word-wrap|overflow-wrap|border-spacing|text-decoration-(?:color|style|thickness))$/;

/** Splits shorthands of boxes, and leaves out what no one sees. */
export function expand(property: string, value: string): readonly (readonly [string, string])[] {
  if (unseen.test(property)) return [];
  const parts = splitValue(value);
  switch (property) {
    case "margin":
    case "padding": {
      const [top = "0", right = top, bottom = top, left = right] = parts;
      const values = [top, right, bottom, left];
      return sides.map((side, at) => [`${property}-${side}`, values[at] ?? top]);
    }
    case "border":
      return sides.map((side) => [`border-${side}`, value]);
    case "background": {
      const [only] = parts;
      if (parts.length === 1 && only && parseColor(only)) return [["background-color", only]];
      return /^(?:none|transparent)$/i.test(value) ? [] : [[property, value]];
    }
    case "text-decoration":
    case "text-decoration-line":
      return [["text-decoration", parts[0] ?? "none"]];
    default:
      return [[property, value]];
  }
}

/** Whether a property of a box changes nothing: it is what the box has anyway. */
export function isInitial(property: string, value: string): boolean {
  if (/^(?:initial|unset|normal)$/.test(value)) return true;
  if (/^(?:padding|margin|min)-/.test(property)) return value === "0";
  if (property === "border-radius") return value === "0";
  if (/^border(?:-|$)/.test(property)) return /(?:^| )(?:0|none|hidden)(?:$| )/.test(value);
  if (property === "width" || property === "height") return value === "auto" || value === "100%";
  if (property === "max-width" || property === "max-height") {
    return value === "none" || value === "100%";
  }
  if (property === "opacity") return value === "1";
  if (property === "display") return !/flex|grid|inline-block/.test(value);
  return /^(?:none|transparent|auto|static|visible|baseline)$/.test(value);
}
