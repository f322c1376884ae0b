import type { Rule } from "../rule.ts";

const placeholders =
  /^(?:untitled|document|title|email( template)?|html email|react email|react app)$/i;

/** The document has a title. */
export const title: Rule = {
  name: "title",
  subject: "document",
  severity: "warning",
  summary: "`<title>` is there and says what the email is about.",
  reason: "Screen readers and the browser's tab of “view in browser” call the email by it.",
  source: "https://www.w3.org/WAI/WCAG22/Understanding/page-titled.html",
  check({ elements }, report) {
    const head = elements.find(({ name }) => name === "head");
    const found = elements.find(({ name, parent }) => name === "title" && parent === head);
    const text = found?.children.join("").trim() ?? "";
    if (text === "") {
      report({
        message: "The document has no title",
        evidence: found ? "an empty <title>" : "no <title>",
        advice: "Put <title> in <Head>, with what the email is about",
        element: found ?? head,
      });
    } else if (placeholders.test(text)) {
      report({
        message: "The title is one that a tool put there",
        evidence: `<title>${text}</title>`,
        advice: "Say what the email is about",
        element: found,
        literals: [text],
      });
    }
  },
};
