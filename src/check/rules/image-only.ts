import { imagesOf } from "../document/images.ts";
import type { Rule } from "../rule.ts";

/** An email of so few words is not read, but looked at. */
const fewWords = 12;

/** The email is no picture of an email. */
export const imageOnly: Rule = {
  name: "image-only",
  subject: "images",
  severity: "error",
  summary: "What the email says is text, and not in its pictures.",
  reason:
    "With pictures blocked nothing is left; filters take it for spam (SpamAssassin: HTML_IMAGE_ONLY).",
  source: "https://spamassassin.apache.org/tests_3_3_x.html",
  check(email, report) {
    const images = imagesOf(email).filter(
      ({ width, height }) => (width ?? 200) >= 100 && (height ?? 200) >= 60,
    );
    const [first] = images;
    if (!first || !email.body) return;
    const words = email
      .textOf(email.body)
      .split(" ")
      .filter((word) => /\p{L}/u.test(word));
    if (words.length >= fewWords) return;
    report({
      message: "The email is a picture, with hardly any text",
      evidence: `${words.length} words and ${images.length} picture${images.length > 1 ? "s" : ""}`,
      advice: "Write as text what the picture says",
      element: first.element,
      literals: [first.src],
      same: "",
    });
  },
};
