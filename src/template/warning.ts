import type { SourceLocation } from "../errors.ts";
import type { Token } from "./html/token.ts";

/**
 * Something about an email that was rendered nevertheless. Stable: `code` may be compared with, and
 * fields are only ever added. A warning never holds props or the text of the email; an address is
 * named where the address is what is wrong, without its query.
 */
export interface RenderWarning {
  readonly code: RenderWarningCode;
  /** What it is, where it stands, and what would fix it. One line. */
  readonly message: string;
  /** Name of the component that wrote the element, innermost of the author's own, where known. */
  readonly component?: string | undefined;
  /** Where in the template the element was written, where known. In development only. */
  readonly location?: SourceLocation | undefined;
}

/**
 * What a {@link RenderWarning} is about.
 *
 * - `nesting-repaired`: an element stands where HTML does not allow it; it was put right, and what
 *   mail clients show is what was meant.
 * - `nesting-not-repaired`: such an element was left as it is, and a mail client's parser moves it,
 *   or loses the tag.
 * - `style-sheet-unparsable`: the content of a `<style>` is sent as it is.
 * - `style-sheet-not-lowered`: styles are sent as they are, because a `<style>` is too large or nests
 *   too deep, or because lightningcss is missing.
 * - `tailwind-compiler`: React Email's `Tailwind` runs with a `tailwindcss` that it does not know, and
 *   `dark:` and `sm:` hold always.
 * - `image-not-inlined`: with `images: "cid"`, an image could not be read and is not attached.
 * - `image-not-found`: an image of `/static` or `public/` is not in that folder.
 * - `address-not-reachable`: a link or an image leads to a place that only this machine can see, such
 *   as a `file:` address.
 * - `link-without-address`: an `<a>` has no `href`, or an empty one.
 * - `translation-missing`: the email's translator has no words for a key in the language of the render.
 */
export type RenderWarningCode =
  | "nesting-repaired"
  | "nesting-not-repaired"
  | "style-sheet-unparsable"
  | "style-sheet-not-lowered"
  | "tailwind-compiler"
  | "image-not-inlined"
  | "image-not-found"
  | "address-not-reachable"
  | "link-without-address"
  | "translation-missing";

/**
 * Takes a warning.
 *
 * @param at the tag or text that it is about: in development, its component and place are added
 */
export type Warn = (warning: RenderWarning, at?: Token) => void;
