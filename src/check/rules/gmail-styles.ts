import { readSheetShape } from "../../template/css/sheet-shape.ts";
import type { Rule } from "../rule.ts";

/** Gmail reads so many characters of CSS. @see https://github.com/hteumeuleu/email-bugs/issues/90 */
const mostCss = 16 * 1024;
const spacedColour = /\brgba?\(\s*[\d.%]+\s+[\d.%]+[^)]*\)/i;

/** Gmail reads the styles. */
export const gmailStyles: Rule = {
  name: "gmail-styles",
  subject: "client support",
  severity: "error",
  summary:
    "Nothing in a `<style>` makes Gmail drop it: 16 KB at most, no nesting, no error, in the head.",
  reason: "Gmail drops the whole block: no dark colours, no layout for phones.",
  source: "https://github.com/hteumeuleu/email-bugs/issues/90",
  check({ sheets }, report, { clients }) {
    if (!clients.includes("gmail")) return;
    let length = 0;
    for (const { element, sheet } of sheets) {
      if (sheet.css.trim() === "") continue;
      length += sheet.css.length;
      const shape = readSheetShape(sheet.css);
      const spaced = spacedColour.exec(sheet.css)?.[0];
      const isInBody = element.parent?.name !== "head" && element.parent?.name !== "noscript";
      const found = sheet.problem
        ? ["a <style> with an error in it", sheet.problem, "Correct it"]
        : shape.isNested || shape.hasNestedMedia
          ? ["a <style> with a rule in a rule", "nested rules", "Write each rule on its own"]
          : spaced
            ? [
                "a <style> with a colour written with spaces",
                spaced,
                "Write it with commas, or as #rrggbb",
              ]
            : isInBody
              ? ["a <style> in the body", `<${element.parent?.name}><style>`, "Put it in <Head>"]
              : length > mostCss
                ? [
                    "styles beyond 16 KB",
                    `${length} characters in all`,
                    "Use fewer rules, or put them on the elements",
                  ]
                : undefined;
      if (!found) continue;
      const [what = "", evidence = "", advice = ""] = found;
      report({
        message: `Gmail drops ${what}`,
        evidence,
        advice,
        element,
        clients: ["Gmail"],
        literals: [evidence],
        same: what,
      });
    }
  },
};
