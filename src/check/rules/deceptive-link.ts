import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const shownHost =
  /^(?:https?:\/\/)?((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?$/i;
/** What may be the end of a file's name, or of one's own words, as well as of a host. */
const fileEndings =
  /\.(?:pdf|zip|csv|xlsx?|docx?|png|jpe?g|gif|txt|json|html?|js|ts|md|py|rs|sh|mov|mp[34]|ics|xml|ya?ml)$/i;

/** A link leads where it says. */
export const deceptiveLink: Rule = {
  name: "deceptive-link",
  subject: "links",
  severity: "error",
  summary: "A link whose words are an address leads to the host that they name.",
  reason: "It is how phishing looks: filters and Gmail's warning banner take it for that.",
  source: "https://support.google.com/mail/answer/8253",
  check(email, report) {
    for (const { element, href, url, name } of linksOf(email)) {
      if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(name)) continue;
      const said = shownHost.exec(name)?.[1];
      if (said === undefined || (fileEndings.test(said) && !/^https?:|^www\./i.test(name)))
        continue;
      if (isRelated(said.toLowerCase(), url.hostname.toLowerCase())) continue;
      report({
        message: `A link says ${said} and leads to ${url.hostname}`,
        evidence: `“${name.slice(0, 60)}” → ${showAddress(href)}`,
        advice: "Let it lead where it says, or call it by words",
        element,
        literals: [href, name],
      });
    }
  },
};

/** Whether one host is the other, or stands below the same name. */
function isRelated(one: string, other: string): boolean {
  const site = (host: string) => {
    const labels = host.replace(/^www\./, "").split(".");
    const isSecondLevel =
      /^(?:co|com|org|net|ac|gov|edu)$/.test(labels.at(-2) ?? "") &&
      (labels.at(-1)?.length ?? 0) === 2;
    return labels.slice(isSecondLevel ? -3 : -2).join(".");
  };
  return site(one) === site(other);
}
