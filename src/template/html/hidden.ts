import { findAttribute } from "./attributes.ts";
import type { Token } from "./token.ts";

/** What a tag must hold for {@link isHidden} to look closer. */
const suspicion = /hid|none|data-skip-in-text|data-letterpress|max-height/i;

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const noHeight = /(?:^|[;\s])max-height\s*:\s*0(?:px)?\s*(?:!important\s*)?(?:;|$)/i;
const clipped = /(?:^|[;\s])overflow\s*:\s*hidden/i;

/**
 * Whether a reader of the HTML does not see an element: by `hidden`, by its own style, or because it
 * is marked to be left out of the text. `aria-hidden` is not a reason: what it marks is seen.
 */
export function isHidden(token: Token): boolean {
  if (!suspicion.test(token.raw)) return false;
  if (findAttribute(token, "hidden")) return true;
  const style = findAttribute(token, "style")?.rawValue ?? "";
  return hidingStyle.test(style) || (noHeight.test(style) && clipped.test(style));
}

/** Whether an element is seen, but marked to stay out of the text: by React Email's mark or ours. */
export function isHtmlOnly(token: Token): boolean {
  if (!suspicion.test(token.raw)) return false;
  return (
    findAttribute(token, "data-skip-in-text")?.rawValue === "true" ||
    findAttribute(token, "data-letterpress")?.rawValue === "html-only"
  );
}
