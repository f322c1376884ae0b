import { getAttribute, setAttribute } from "../html/attributes.ts";
import { findOpen } from "../html/find.ts";
import type { FinishStep } from "./finish-step.ts";

/** What React Email's `Body` has been known to write, whatever the email's language. */
const hardCoded: Readonly<Record<string, string>> = { lang: "en", dir: "ltr" };

/**
 * Gives `body` the language and the direction of `html`, which web mail throws away together with
 * the `html` element. A value that the author gave to `body` stays.
 */
export const bodyLanguage: FinishStep = {
  name: "body-language",
  apply(document) {
    const html = findOpen(document, "html");
    const body = findOpen(document, "body");
    if (html === undefined || body === undefined) return;
    for (const name of ["lang", "dir"]) {
      const own = getAttribute(body, name);
      const inherited = getAttribute(html, name);
      if (inherited === undefined || own === inherited) continue;
      if (own === undefined || own === hardCoded[name]) setAttribute(body, name, inherited);
    }
  },
};
