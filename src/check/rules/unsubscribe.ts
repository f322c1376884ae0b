import { linksOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";
import { isBroadcast } from "./shared/is-broadcast.ts";

const leaves =
  /unsubscribe|abmelden|abbestellen|désinscri|désabonn|darse de baja|cancelar (?:la )?suscripci|disiscri|annulla iscrizione|afmelden|uitschrijven|opt[- ]?out|\{\{\{?\s*pm:unsubscribe/i;
const personal =
  /\b(?:reset|forgot|choose a new|new|change|one-time|verification|verify|confirm|security|sign-?in|log-?in|magic)\b.{0,30}\b(?:password|passwort|code|link|e-?mail|account|address)\b|\bpassword reset\b|\bpasswort\b.{0,20}\b(?:zurücksetzen|ändern)\b/i;

/** One can leave a list, and only a list. */
export const unsubscribe: Rule = {
  name: "unsubscribe",
  subject: "transactional sense",
  severity: "error",
  summary: "A broadcast has a link to unsubscribe, and a password reset has none.",
  reason:
    "Gmail and Yahoo refuse broadcasts without it. In a password reset it leads readers to switch off what they need.",
  source: "https://postmarkapp.com/support/article/1208-how-to-add-an-unsubscribe-link",
  check(email, report) {
    const { stream, unsubscribe: header } = email.message ?? {};
    const link = linksOf(email).find(
      ({ href, name }) =>
        leaves.test(name) || /\{\{\{?\s*pm:unsubscribe/i.test(decodeURIComponentSafe(href)),
    );
    if (isBroadcast(stream) && !link && header === undefined) {
      report({
        message: "A broadcast has no link to unsubscribe",
        evidence: `stream: "${stream}"`,
        advice: "Link to {{{ pm:unsubscribe }}}, which Postmark fills in",
        element: email.body,
        literals: [`stream: "${stream}"`, `stream: '${stream}'`],
        same: "missing",
      });
    }
    if (!isBroadcast(stream) && link && personal.test(email.subject)) {
      report({
        message: "A mail about the reader's own account offers to unsubscribe",
        evidence: `“${link.name.slice(0, 40)}”, subject “${email.subject.slice(0, 60)}”`,
        advice: "Take the link out: no one can do without this mail",
        severity: "warning",
        element: link.element,
        literals: [link.name],
        same: "misleading",
      });
    }
  },
};

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
