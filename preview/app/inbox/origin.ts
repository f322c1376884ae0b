import type { MessageOrigin, Variant } from "../../protocol/index.ts";
import { type EmailRoute, emailRoute } from "../route.ts";

/** The email that a message was rendered from, in the state that it had. */
export function originRoute({ emailId, variant, locale, props }: MessageOrigin): EmailRoute {
  return emailRoute(emailId, { variant, locale, props });
}

/** What the variant is called, as far as the page knows; else as the address has it. */
export function originVariant(
  { emailId, variant }: MessageOrigin,
  known: ReadonlyMap<string, readonly Variant[]>,
): string {
  return known.get(emailId)?.find(({ slug }) => slug === variant)?.name ?? variant;
}
