import type { EmailQuery } from "../../protocol/index.ts";
import type { EmailRoute } from "../route.ts";

/**
 * What to ask the server for to lay it beside an email; null when that takes no other render.
 * Another variant shows as its author wrote it: what was edited belongs to this one.
 */
export function besideQuery({
  id,
  variant,
  locale,
  props,
  beside,
  width,
}: EmailRoute): EmailQuery | null {
  if (beside === null || width === "both") return null;
  const [kind, ...rest] = beside.split(":");
  const name = rest.join(":");
  if (kind === "variant") return { id, variant: name, locale, props: null };
  return kind === "locale" ? { id, variant, locale: name, props } : null;
}
