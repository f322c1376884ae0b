import type { CheckedEmail } from "../document/checked-email.ts";
import { attribute, type EmailElement } from "../document/element.ts";
import { nameOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** From so many words on, readers move about by headings. */
const longEmail = 300;

/** Headings make an outline. */
export const headings: Rule = {
  name: "headings",
  subject: "accessibility",
  severity: "warning",
  summary: "One heading of the first level, no level left out, none of them empty.",
  reason: "Screen readers jump from heading to heading; a missing level reads as a missing part.",
  source: "https://www.w3.org/WAI/tutorials/page-structure/headings/",
  check(email, report) {
    const found = headingsOf(email);
    let before = 0;
    let firsts = 0;
    for (const { element, level } of found) {
      const text = nameOf(email, element);
      if (text === "") {
        report({
          message: "A heading is empty",
          evidence: `<${element.name}>`,
          advice: "Give it words, or take it out",
          severity: "error",
          element,
          same: "empty",
        });
        continue;
      }
      if (level === 1) firsts++;
      if (level === 1 && firsts === 2) {
        report({
          message: "There is more than one heading of the first level",
          evidence: `the second is “${text.slice(0, 60)}”`,
          advice: "Make it an <h2>",
          element,
          literals: [text],
          same: "two",
        });
      } else if (before > 0 && level > before + 1) {
        report({
          message: `A heading of level ${level} follows one of level ${before}`,
          evidence: `“${text.slice(0, 60)}”`,
          advice: `Make it level ${before + 1}; how large it is drawn is a matter of style`,
          element,
          literals: [text],
        });
      }
      before = level;
    }
    const words = email.body ? email.textOf(email.body).split(" ").length : 0;
    if (firsts === 0 && words >= longEmail) {
      report({
        message: "A long email has no heading of the first level",
        evidence: `${words} words, ${found.length} headings`,
        advice: "Make its title an <h1>",
        element: found[0]?.element ?? email.body,
        same: "none",
      });
    }
  },
};

/** The headings that are shown, with their level. */
export function headingsOf({
  shown,
}: CheckedEmail): readonly { readonly element: EmailElement; readonly level: number }[] {
  return shown.flatMap((element) => {
    const native = /^h([1-6])$/.exec(element.name)?.[1];
    const role = attribute(element, "role");
    if (role === "heading")
      return [{ element, level: Number(attribute(element, "aria-level") ?? 2) }];
    return native && role === undefined ? [{ element, level: Number(native) }] : [];
  });
}
