import { familiesWithout, featurePage, untestedNote } from "../clients/support.ts";
import { childElements } from "../document/element.ts";
import type { Rule } from "../rule.ts";

/** Elements that a client without them shows nothing of, or shows wrong. */
const elementsWith: Readonly<Record<string, string>> = {
  svg: "html-svg",
  video: "html-video",
  audio: "html-audio",
  canvas: "",
  math: "",
  dialog: "html-dialog",
  meter: "html-meter",
  progress: "html-progress",
  marquee: "html-marquee",
  button: "html-button-submit",
};

/** Elements are ones that the clients which count show. */
export const htmlElements: Rule = {
  name: "html-elements",
  subject: "client support",
  severity: "warning",
  summary:
    "No `<svg>`, `<video>`, `<canvas>`, `<button>`, `<progress>` without something in its place.",
  reason: "Where it is not known, there is a hole in the mail, or a button that no one can press.",
  source: featurePage("html-svg"),
  check({ shown, textOf }, report, { clients }) {
    for (const element of shown) {
      const slug = elementsWith[element.name];
      if (slug === undefined) continue;
      const isMedia = element.name === "video" || element.name === "audio";
      if (isMedia && childElements(element).some(({ name }) => name === "img" || name === "a"))
        continue;
      if (element.name === "svg" && element.attributes.get("aria-hidden") === "true") continue;
      if ((element.name === "meter" || element.name === "progress") && textOf(element) !== "")
        continue;
      const without = slug === "" ? [] : familiesWithout(slug, clients);
      if (slug !== "" && without.length === 0) continue;
      report({
        message: `<${element.name}> is not shown in ${without.join(", ") || "mail clients"}`,
        evidence: `<${element.name}>${slug && `, ${featurePage(slug)}`}${untestedNote(slug, clients)}`,
        advice:
          element.name === "button"
            ? "Use <Button>, which is a link"
            : "Use an <Img>, with words in its alt",
        element,
        clients: without,
        same: "",
      });
    }
  },
};
