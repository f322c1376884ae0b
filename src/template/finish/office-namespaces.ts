import { findAttribute, setAttribute } from "../html/attributes.ts";
import { findOpen } from "../html/find.ts";
import type { FinishStep } from "./finish-step.ts";

/** Prefixes of the elements that Outlook's conditional comments hold. */
const namespaces = {
  "xmlns:v": "urn:schemas-microsoft-com:vml",
  "xmlns:o": "urn:schemas-microsoft-com:office:office",
};

/** Declares the namespaces of VML and Office on `html`, without which Outlook ignores both. */
export const officeNamespaces: FinishStep = {
  name: "office-namespaces",
  apply(document) {
    const html = findOpen(document, "html");
    if (html === undefined) return;
    for (const [name, uri] of Object.entries(namespaces)) {
      if (findAttribute(html, name) === undefined) setAttribute(html, name, uri);
    }
  },
};
