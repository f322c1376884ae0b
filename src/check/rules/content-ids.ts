import { attribute } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Attached pictures are shown, and shown ones attached. */
export const contentIds: Rule = {
  name: "content-ids",
  subject: "message",
  severity: "error",
  summary: "Each `cid:` picture is attached, and each attached picture with an id is shown.",
  reason:
    "A picture that is not attached is an empty frame; one that the mail does not show appears below it as a file.",
  source: "https://www.rfc-editor.org/rfc/rfc2392",
  check({ elements, contentIds: attached, html }, report) {
    if (attached === undefined) return;
    const known = new Set(attached);
    for (const element of elements) {
      for (const name of ["src", "background"]) {
        const id = /^cid:(.+)$/i.exec(attribute(element, name)?.trim() ?? "")?.[1];
        if (id === undefined || known.has(decodeURIComponent(id)) || known.has(id)) continue;
        report({
          message: `The picture cid:${id} is not attached`,
          evidence: `<${element.name} ${name}="cid:${id}">`,
          advice: "Attach it with this contentId",
          element,
          literals: [`cid:${id}`],
        });
      }
    }
    for (const id of attached) {
      if (html.includes(`cid:${id}`) || html.includes(`cid:${encodeURIComponent(id)}`)) continue;
      report({
        message: `The attachment with the content id ${id} is not shown`,
        evidence: `no cid:${id} in the HTML`,
        advice: "Show it, or attach it without a contentId",
        severity: "warning",
        part: "message",
        literals: [id],
      });
    }
  },
};
