import { getAttribute, setAttribute } from "../html/attributes.ts";
import { directionOf } from "../html/direction.ts";
import { findOpen } from "../html/find.ts";
import type { HtmlDocument } from "../html/token.ts";

/**
 * Gives `<html>` the language and direction of the email's locale. React Email's `<Html>` says
 * `lang="en" dir="ltr"` where its author says nothing, so that pair counts as nothing said; what else
 * the author wrote stays.
 */
export function setLanguage(document: HtmlDocument, locale: string): void {
  const html = findOpen(document, "html");
  if (html === undefined) return;
  const [lang, dir] = [getAttribute(html, "lang"), getAttribute(html, "dir")];
  const isUnsaid = lang === undefined || (lang === "en" && (dir === "ltr" || dir === undefined));
  if (isUnsaid && lang !== locale) setAttribute(html, "lang", locale);
  const isDirUnsaid = dir === undefined || (isUnsaid && dir === "ltr");
  if (isDirUnsaid && dir !== directionOf(locale)) setAttribute(html, "dir", directionOf(locale));
}
