import { imagesOf } from "../document/images.ts";
import { isPlaceholder, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Only what was asked is judged. @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const imageAnswers: Rule = {
  name: "image-answers",
  subject: "images",
  severity: "warning",
  summary: "Under `--online`: each picture is there for anyone who asks for it.",
  reason: "An empty frame is what the reader gets; no one logs in to see a picture.",
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      const answer = isPlaceholder(src) ? undefined : email.answers?.get(src);
      if (!answer) continue;
      const reason =
        answer.kind === "fails"
          ? answer.reason
          : answer.kind === "login"
            ? `it answers ${answer.status}`
            : "type" in answer && /^text\/html$/.test(answer.type)
              ? "a page is there, and no picture"
              : undefined;
      if (reason === undefined) continue;
      report({
        ...{ element, evidence: showAddress(src), literals: [src] },
        message: `A picture does not load: ${reason}`,
        advice: "Correct the address, or put the picture there",
      });
    }
  },
};
