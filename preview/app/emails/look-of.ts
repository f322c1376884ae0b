import { type EmailRoute, lookElsewhere } from "../route.ts";

/** What stays when one goes from an email to the next: how one looks, not at what. */
export function lookOf(route: EmailRoute): Partial<EmailRoute> {
  return { view: route.view, sheet: route.sheet, ...lookElsewhere(route) };
}
