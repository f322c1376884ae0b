import type { Rule } from "../rule.ts";

const left = /<!--(?:\/?\$[?!~]?|\/?&|\s|html|head|body|F!?|)-->/g;

/** What a framework wrote for itself is not in the mail. */
export const frameworkComments: Rule = {
  name: "framework-comments",
  subject: "document",
  severity: "error",
  summary: "None of React's own comments (`<!--$-->`, `<!-- -->`) is left.",
  reason:
    "They add up towards the size at which Gmail clips, and some clients show them in the inbox line.",
  source: "https://github.com/resend/react-email/issues",
  check({ html, elements }, report) {
    const found = html.match(left) ?? [];
    if (found.length === 0) return;
    report({
      message: "Comments of React are left in the HTML",
      evidence: `${found.length} times, such as ${found[0]}`,
      advice: "Render it with letterpress, without finish: false",
      element: elements[0],
      same: "",
    });
  },
};
