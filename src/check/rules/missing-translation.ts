import { passagesOf, quote } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

/** `email.passwordReset.title`: no sentence, no file and no host looks like that. */
const key =
  /^(?!www\.|.*\.(?:pdf|png|jpe?g|gif|csv|xlsx?|docx?|zip|html?|json|txt|tsx?|jsx?|mp4)$)[a-z][a-zA-Z0-9]*(?:[._:][a-zA-Z][a-zA-Z0-9]*){2,}$/;
/** How a warning names a key. */
const quoted = /`([^`]+)`/;
const hasHump = /[a-z][A-Z]|_|:/;
/** What translators write for a key that they do not have. */
const missing =
  /\[missing "[^"]+" translation\]|\bMISSING_(?:MESSAGE|TRANSLATION)\b|translation missing: \S+/i;

/** Each text was translated. */
export const missingTranslation: Rule = {
  name: "missing-translation",
  subject: "leftovers",
  severity: "error",
  summary: "No key of a translation is shown in place of its words.",
  reason: "The reader gets `email.passwordReset.title` for a headline.",
  source: "https://www.i18next.com/principles/fallback",
  check(email, report) {
    // What the translator itself told of.
    const told = (email.warnings ?? []).filter(({ code }) => code === "translation-missing");
    for (const { message } of told) {
      const named = quoted.exec(message)?.[1];
      report({
        message,
        evidence: named ?? message,
        advice: "Add the words for this language",
        literals: named === undefined ? [] : [named],
      });
    }
    const tell = (text: string, more: object) => {
      const isKey = key.test(text) && hasHump.test(text);
      const found = isKey ? text : missing.exec(text)?.[0];
      if (found === undefined || told.some(({ message }) => message.includes(found))) return;
      report({
        message: `A translation is missing: ${quote(found, 60)} is shown`,
        evidence: quote(text),
        advice: "Add the words for this language",
        literals: [found],
        ...more,
      });
    };
    for (const { prose, element } of passagesOf(email)) tell(prose, { element });
    tell(email.subject, { part: "subject" });
  },
};
