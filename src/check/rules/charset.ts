import { attribute } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** The document says that it is UTF-8. */
export const charset: Rule = {
  name: "charset",
  subject: "document",
  severity: "error",
  summary: "A `<meta>` says that the document is in UTF-8.",
  reason: "Saved, forwarded or opened as a file, “café” turns into “cafÃ©”.",
  source: "https://html.spec.whatwg.org/#charset",
  check({ elements }, report) {
    const head = elements.find(({ name }) => name === "head");
    const said = elements
      .filter(({ name }) => name === "meta")
      .map((meta) =>
        attribute(meta, "http-equiv")?.toLowerCase() === "content-type"
          ? /charset=\s*["']?([\w-]+)/i.exec(attribute(meta, "content") ?? "")?.[1]
          : attribute(meta, "charset"),
      )
      .find((value) => value !== undefined);
    if (said?.toLowerCase() === "utf-8") return;
    report({
      message: said ? `The document says that it is in ${said}` : "The document names no charset",
      evidence: said ?? "no <meta charset>",
      advice: 'Put <meta charset="utf-8"> in <Head>',
      element: head,
    });
  },
};
