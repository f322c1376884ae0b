import { findAttribute, getAttribute, setAttribute } from "../html/attributes.ts";
import { findBodyParts } from "../html/body-children.ts";
import { directionOf } from "../html/direction.ts";
import { findOpen } from "../html/find.ts";
import type { Token } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/** A language and a direction, each only where it is known. */
interface Language {
  readonly lang: string | undefined;
  readonly dir: string | undefined;
}

/** What React Email 6 writes on its `body` and on the cell within, whatever `html` says. */
const hardCoded = { lang: "en", dir: "ltr" } as const;

/**
 * Gives `body` the language and the direction of `html`, and both to the blocks that stand directly
 * in `body`: webmail throws the attributes of `html` away, and of `body` too, and a screen reader
 * then reads an email in whatever language it is set to. `dir="ltr"` is said as well, for a webmail
 * that is set in Arabic.
 *
 * What the author gave to `body`, to one of those blocks or to anything within stays.
 */
export const bodyLanguage: FinishStep = {
  name: "body-language",
  apply(document) {
    const html = findOpen(document, "html");
    const parts = findBodyParts(document);
    if (html === undefined || parts === undefined) return;
    const { body, children, cell } = parts;
    const written: Language = body ? readLanguage(body) : { lang: undefined, dir: undefined };
    // Older versions of `Body` write `body` alone.
    const isFilled = cell === undefined || isSame(readLanguage(cell), written);
    const own = isFilled ? withoutHardCoded(written, html) : written;
    const language = inherit(own, html);
    if (body !== undefined) write(body, language);
    if (cell !== undefined && isFilled) write(cell, language);
    const { lang, dir = directionIfLeft(lang) } = language;
    for (const child of children) {
      if (lang && findAttribute(child, "lang") === undefined) setAttribute(child, "lang", lang);
      if (dir && findAttribute(child, "dir") === undefined) setAttribute(child, "dir", dir);
    }
  },
};

function readLanguage(token: Token): Language {
  return { lang: getAttribute(token, "lang"), dir: getAttribute(token, "dir") };
}

/** Whether the cell says what `body` says: only React Email 6 writes both attributes on both. */
function isSame(cell: Language, body: Language): boolean {
  return cell.lang !== undefined && cell.lang === body.lang && cell.dir === body.dir;
}

/** What the author gave to React Email 6's `Body`, which fills up the other attribute by itself. */
function withoutHardCoded({ lang, dir }: Language, html: Token): Language {
  const own = lang === hardCoded.lang ? undefined : lang;
  const isOwnLanguage = own !== undefined && own !== getAttribute(html, "lang");
  const isKept = dir !== hardCoded.dir || (isOwnLanguage && directionOf(own) === hardCoded.dir);
  return { lang: own, dir: isKept ? dir : undefined };
}

function inherit(own: Language, html: Token): Language {
  const inherited = readLanguage(html);
  return { lang: own.lang ?? inherited.lang, dir: own.dir ?? inherited.dir };
}

/** Without `dir` a browser writes from left to right, which is no one's wish for Arabic. */
function directionIfLeft(lang: string | undefined): "ltr" | undefined {
  return lang && directionOf(lang) === "ltr" ? "ltr" : undefined;
}

function write(token: Token, language: Language): void {
  for (const name of ["lang", "dir"] as const) {
    const value = language[name];
    if (value !== undefined && getAttribute(token, name) !== value) {
      setAttribute(token, name, value);
    }
  }
}
