import type { Rule } from "../rule.ts";

const conditional = /<!--\[if [^\]]*(?:mso|vml)[^\]]*\]>([\s\S]*?)<!\[endif\]-->/gi;

/** Outlook's own drawings say what they show, and open and close. */
export const vml: Rule = {
  name: "vml",
  subject: "client support",
  severity: "error",
  summary: "VML for Outlook is closed and has no link or heading in its text box.",
  reason:
    "Outlook shows a link in a text box that cannot be pressed, and swallows what follows an open shape.",
  source: "https://github.com/hteumeuleu/email-bugs",
  check({ html, elements }, report) {
    const body = elements.find(({ name }) => name === "body");
    const all = [...html.matchAll(conditional)].map(([, content = ""]) => content).join("\n");
    for (const name of ["v:rect", "v:roundrect", "v:fill", "v:textbox", "v:shape", "v:image"]) {
      const opened = all.match(new RegExp(`<${name}\\b(?![^>]*/>)`, "gi"))?.length ?? 0;
      const closed = all.match(new RegExp(`</${name}>`, "gi"))?.length ?? 0;
      if (opened === closed || name === "v:fill" || name === "v:image") continue;
      report({
        message: `<${name}> is opened ${opened} and closed ${closed} times`,
        evidence: `<${name}`,
        advice: `Close each <${name}>, in a conditional comment too`,
        element: body,
        clients: ["Outlook for Windows"],
        literals: [`<${name}`],
      });
    }
    for (const [, inside = ""] of html.matchAll(/<v:textbox\b[^>]*>([\s\S]*?)<\/v:textbox>/gi)) {
      const found = /<(a|h[1-6])\b/i.exec(inside)?.[1];
      if (!found) continue;
      report({
        message: `<${found}> stands in a text box of VML, where Outlook does not treat it as one`,
        evidence: inside.trim().slice(0, 80),
        advice:
          found === "a"
            ? "Give the href to the shape itself"
            : "Put the heading outside of the shape",
        element: body,
        clients: ["Outlook for Windows"],
        severity: "warning",
        literals: ["v:textbox"],
      });
    }
  },
};
