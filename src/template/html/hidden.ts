import { findAttribute } from "./attributes.ts";
import type { Token } from "./token.ts";

/** What a tag must hold for {@link visibilityOf} to look closer. */
const suspicion =
  /hidden|display\s*:\s*none|visibility|mso-hide|data-skip-in-text|data-letterpress|max-height/i;

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const noHeight = /(?:^|[;\s])max-height\s*:\s*0(?:px)?\s*(?:!important\s*)?(?:;|$)/i;
const clipped = /(?:^|[;\s])overflow\s*:\s*hidden/i;

/** Who sees an element: no one, those who read HTML, or all. */
export type Visibility = "hidden" | "html-only" | "visible";

/**
 * Tells who sees an element. It is hidden by `hidden` and by its own style; kept to the HTML by
 * React Email's mark or ours. `aria-hidden` hides nothing: what it marks is seen.
 */
export function visibilityOf(token: Token): Visibility {
  const hasAttributes = token.raw.length > token.name.length + 2;
  if (!hasAttributes || !suspicion.test(token.raw)) return "visible";
  if (findAttribute(token, "hidden")) return "hidden";
  const style = findAttribute(token, "style")?.rawValue ?? "";
  if (hidingStyle.test(style) || (noHeight.test(style) && clipped.test(style))) return "hidden";
  const isHtmlOnly =
    findAttribute(token, "data-skip-in-text")?.rawValue === "true" ||
    findAttribute(token, "data-letterpress")?.rawValue === "html-only";
  return isHtmlOnly ? "html-only" : "visible";
}
