import type { Rule } from "../rule.ts";

/** Nothing moves or sounds unasked. */
export const motion: Rule = {
  name: "motion",
  subject: "accessibility",
  severity: "error",
  summary: "Nothing plays by itself, and what is animated stands still for those who ask for it.",
  reason: "Movement makes some readers ill, and sound startles all.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide.html",
  check({ shown, sheets, cascade }, report) {
    for (const element of shown) {
      if (/^(?:video|audio)$/.test(element.name) && element.attributes.has("autoplay")) {
        report({
          message: `<${element.name}> plays by itself`,
          evidence: `<${element.name} autoplay>`,
          advice: "Take autoplay away",
          element,
          same: "autoplay",
        });
      }
    }
    const asks = sheets.some(({ sheet }) =>
      sheet.rules.some(({ media }) =>
        media.some((params) => /prefers-reduced-motion/.test(params)),
      ),
    );
    if (asks) return;
    const moving = shown.find((element) => {
      const own = cascade.own(element);
      const said = own.get("animation") ?? own.get("animation-name");
      return said !== undefined && !/^none\b/.test(said);
    });
    if (!moving) return;
    report({
      message: "Something is animated, also for those who asked for no movement",
      evidence: `animation: ${cascade.own(moving).get("animation") ?? cascade.own(moving).get("animation-name")}`,
      advice: "Switch it off in @media (prefers-reduced-motion: reduce)",
      severity: "warning",
      element: moving,
      literals: ["animation"],
      same: "animation",
    });
  },
};
