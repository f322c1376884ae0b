import type { Rule } from "../rule.ts";

const marks = /<!--\[if [^\]]*\]>(<!-->|<!---->)?|<!\[if [^\]]*\]>|<!\[endif\]\s*(?:--)?>/gi;

/** Each conditional comment ends. */
export const conditionalComments: Rule = {
  name: "conditional-comments",
  subject: "document",
  severity: "error",
  summary: "Each `<!--[if mso]>` has its `<![endif]-->`, and the other way about.",
  reason:
    "Outlook swallows the rest of the mail, or other clients show what was meant for Outlook.",
  source:
    "https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)",
  check({ html, elements }, report) {
    let open: string | undefined;
    const body = elements.find(({ name }) => name === "body");
    const tell = (message: string, evidence: string, advice: string) =>
      report({ message, evidence, advice, element: body, literals: [evidence] });
    for (const [mark] of html.matchAll(marks)) {
      const ends = /endif/i.test(mark);
      if (ends && open === undefined) {
        tell("A conditional comment ends that never began", mark, "Take the end out");
      } else if (!ends && open !== undefined) {
        tell(
          "A conditional comment begins in another, which does not end",
          open,
          `End it with <![endif]-->`,
        );
      }
      open = ends ? undefined : mark;
    }
    if (open !== undefined) {
      tell("A conditional comment does not end", open, "End it with <![endif]-->");
    }
  },
};
