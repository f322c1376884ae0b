import { familiesWithout, featurePage } from "../clients/support.ts";
import { contrast, parseColor, toHex, white } from "../document/color.ts";
import { closest, descendants, type EmailElement } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Text on a picture can be read without it. */
export const backgroundImage: Rule = {
  name: "background-image",
  subject: "client support",
  severity: "warning",
  summary:
    "Behind a background picture or gradient there is a colour on which its text can be read.",
  reason:
    "Outlook for Windows shows no such picture, and others none until the reader asks: white text is then on white.",
  source: featurePage("css-background-image"),
  check({ shown, cascade, styleOf, textOf, ownText, isShown }, report, { clients }) {
    for (const element of shown) {
      const own = cascade.own(element);
      const image =
        own.get("background-image") ??
        own.get("background") ??
        element.attributes.get("background") ??
        "";
      if (!/url\(|gradient\(|^https?:|^\/|^cid:/i.test(image) || textOf(element) === "") continue;
      const behind =
        colorOf(own.get("background-color")) ??
        colorOf(element.attributes.get("bgcolor")) ??
        colorIn(own.get("background")) ??
        groundAround(element);
      const texts = [element, ...descendants(element)].filter(
        (one) => isShown(one) && ownText(one) !== "" && !hasOwnGround(one, element),
      );
      const unread = texts.find((one) => contrast(styleOf(one).color, behind) < 3);
      if (!unread) continue;
      const slug = /gradient\(/i.test(image) ? "css-linear-gradient" : "css-background-image";
      report({
        message: "Text cannot be read where its background picture is not shown",
        evidence: `${toHex(styleOf(unread).color)} on ${toHex(behind)}: ${contrast(styleOf(unread).color, behind).toFixed(1)}:1`,
        advice: "Give the element a background-color close to the picture",
        element,
        clients: familiesWithout(slug, clients),
        isEstimate: true,
        literals: ["background"],
        same: "",
      });
    }
    function hasOwnGround(one: EmailElement, outer: EmailElement): boolean {
      for (let at: EmailElement | undefined = one; at && at !== outer; at = at.parent) {
        const own = cascade.own(at);
        if (own.has("background-color") || own.has("background") || at.attributes.has("bgcolor"))
          return true;
      }
      return false;
    }
    function groundAround(element: EmailElement) {
      return (
        (element.parent &&
          closest(element.parent, "td", "div", "body") &&
          styleOf(element.parent).ground) ||
        white
      );
    }
  },
};

function colorOf(value: string | undefined) {
  return value === undefined ? undefined : parseColor(value);
}

function colorIn(value: string | undefined) {
  return value
    ?.replace(/[\w-]+\([^)]*(?:\([^)]*\)[^)]*)*\)/g, "")
    .split(/\s+/)
    .map(parseColor)
    .find(Boolean);
}
