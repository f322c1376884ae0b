import type { Rule } from "../rule.ts";

const account =
  /\b(?:reset|password|passwort|verify|verification|confirm your|sign-?in link|magic link|one-time|security code)\b/i;
const until =
  /\b(?:expires?|expiry|valid|good for|within|until|works? (?:once|for|until)|gültig|läuft ab|minutes?|hours?|stunden|minuten)\b/i;
const notYou =
  /\b(?:not you|wasn[’']t you|did(?: not|n[’']t)|if you have not|ignore|leave this e?-?mail|nicht sie|nicht angefordert)\b/i;

/** A mail about an account says until when, and what to do when it was not you. */
export const accountWords: Rule = {
  name: "account-words",
  subject: "transactional sense",
  severity: "info",
  isOff: true,
  summary: "A mail about an account says until when it is good, and what to do if it was not you.",
  reason:
    "The reader who did not ask for it wonders what happens. Off by default, and for English and German only.",
  source: "https://postmarkapp.com/guides/password-reset-email-best-practices",
  check(email, report) {
    if (!account.test(email.subject) || !email.body) return;
    const text = email.textOf(email.body);
    const lacks = [
      ...(until.test(text) ? [] : ["until when it is good"]),
      ...(notYou.test(text) ? [] : ["what to do if it was not you"]),
    ];
    if (lacks.length === 0) return;
    report({
      message: `The mail does not say ${lacks.join(" and ")}`,
      evidence: `subject “${email.subject.slice(0, 60)}”`,
      advice: "Add a sentence",
      element: email.body,
      same: lacks.join(),
    });
  },
};
