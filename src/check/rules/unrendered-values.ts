import { attribute } from "../document/element.ts";
import { isPlaceholder, linksOf, showAddress } from "../document/links.ts";
import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** What a program makes of a value that is not there; each is no word of any language. */
const always = /\[object \w+\]|\bInvalid Date\b|\bfunction ?\([^)]*\) ?\{/;
/** Words that mean something in a sentence about programs: only where a value would stand. */
const word =
  /(?<!\b(?:an?|and|are|as|be|becomes|equals|is|like|not|of|or|returns|says|the|to|was|with) )\b(undefined|null)\b(?=$|[,!)"'”/%:;]|\.$)|(?:^|[\s$€£(-])(NaN)(?=$|[\s%).,])/;
/** At the end of a sentence that such a word ends seldom, unless it is about programs. */
const ending = /\b(?:at|by|for|from|in|is|of|on|to|until|was|with) (undefined|null)(?=[.!?]$)/;
const aboutPrograms =
  /\b(?:argument|code|default|field|function|object|parameter|property|result|return(?:s|ed)?|type|value|variable)s?\b/i;
const inAddress = /(?:^|[/=&?-])(undefined|null|NaN|\[object%20\w+\])(?=$|[/&#?.])/;

/** No value of a program is left as the program writes it. */
export const unrenderedValues: Rule = {
  name: "unrendered-values",
  subject: "leftovers",
  severity: "error",
  summary:
    "No `[object Object]`, `undefined`, `null`, `NaN` or `Invalid Date` where a value should be.",
  reason: "“Hello undefined,” is what the reader gets when a prop is missing.",
  source: "https://tc39.es/ecma262/#sec-tostring",
  check(email, report) {
    const tell = (text: string, found: string, more: object) =>
      report({
        message: `A value is not there, and ${found} stands in its place`,
        evidence: quote(text),
        advice: "Give the prop a value, or leave the words around it out without one",
        literals: [found, ...text.split(found)],
        same: found,
        ...more,
      });
    for (const { prose, element } of passagesOf(email)) {
      const found = find(prose);
      if (found) tell(prose, found, { element });
      const likely = found || aboutPrograms.test(prose) ? undefined : ending.exec(prose)?.[1];
      if (likely) tell(prose, likely, { element, severity: "warning" });
    }
    for (const element of email.shown) {
      const alt = element.name === "img" ? attribute(element, "alt") : undefined;
      const found = alt && find(alt);
      if (alt && found) tell(alt, found, { element });
      const src = element.name === "img" ? attribute(element, "src") : undefined;
      const inSrc = src && inAddress.exec(src)?.[1];
      if (src && inSrc) tell(showAddress(src), inSrc, { element });
    }
    for (const { element, href } of linksOf(email)) {
      const found = isPlaceholder(href) ? undefined : inAddress.exec(href)?.[1];
      if (found) tell(showAddress(href), found, { element });
    }
    const inSubject = find(email.subject);
    if (inSubject) tell(email.subject, inSubject, { part: "subject" });
  },
};

function find(text: string): string | undefined {
  const match = always.exec(text) ?? word.exec(text);
  return match ? (match[1] ?? match[2] ?? match[0]) : undefined;
}
