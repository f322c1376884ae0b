import { quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";
import { nameCodePoint } from "./shared/code-point.ts";

/** What no mail carries as it is: controls but for tabs and line breaks, half a character, and what took its place. */
const lost = /(?![\t\n\r\u0085])\p{Cc}|\ufffd|\p{Cs}/u;

/** What was written arrives. */
export const lostCharacters: Rule = {
  name: "lost-characters",
  subject: "message",
  severity: "error",
  summary: "Each character of the HTML and of the text part is one that a mail carries.",
  reason:
    "Half an emoji, as `slice(0, 20)` leaves it of a name, and a control character arrive as “�”, or not at all.",
  source: "https://www.rfc-editor.org/rfc/rfc6532#section-3.1",
  check(email, report) {
    let isInHtml = false;
    for (const element of email.elements) {
      const values = [email.ownText(element), ...element.attributes.values()];
      const value = values.find((one) => lost.test(one));
      if (value === undefined) continue;
      isInHtml = true;
      report({ ...describe(value), element });
    }
    const line = email.text?.split("\n").find((one) => lost.test(one));
    // The text part is made of the HTML, unless the email writes its own.
    if (line !== undefined && !isInHtml) report({ ...describe(line), part: "text" });
  },
};

function describe(value: string) {
  const [character = ""] = lost.exec(value) ?? [];
  const code = nameCodePoint(character);
  return {
    message: `A character is lost on the way: ${code}`,
    evidence: quote(value.replace(new RegExp(lost, "gu"), "�")),
    advice:
      "Shorten text by whole characters, with Intl.Segmenter, and take control characters out",
    same: code,
  };
}
