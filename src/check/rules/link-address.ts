import { attribute } from "../document/element.ts";
import { isPlaceholder, linksOf } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const mailbox = /^[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>]+$/;

/** Each link leads somewhere. */
export const linkAddress: Rule = {
  name: "link-address",
  subject: "links",
  severity: "error",
  summary:
    "Each link has a whole address: `https://…`, `mailto:`, `tel:`; none is empty, `#` or relative.",
  reason:
    "A mail has no site that `/account` could be on: the press does nothing, or opens a page of the webmail.",
  source: "https://www.rfc-editor.org/rfc/rfc3986#section-4.3",
  check(email, report) {
    for (const element of email.shown) {
      if (element.name !== "a" || element.attributes.has("href")) continue;
      if (attribute(element, "name") || attribute(element, "id") || email.textOf(element) === "")
        continue;
      report({
        message: "A link has no address",
        evidence: `<a> “${email.textOf(element).slice(0, 40)}”`,
        advice: "Give it an href, or write a <span>",
        element,
        literals: [email.textOf(element)],
        same: "none",
      });
    }
    for (const { element, href, name } of linksOf(email)) {
      // A place of the same mail is another rule's, what will be filled in another's again.
      if (isPlaceholder(href) || /^#./.test(href) || /^(?:javascript|vbscript|data):/i.test(href))
        continue;
      const fault = judge(href);
      if (!fault) continue;
      report({
        message: fault,
        evidence: `href="${href.slice(0, 80)}", “${name.slice(0, 40)}”`,
        advice: "Give it a whole address, such as https://shop.example/account",
        element,
        literals: [href],
        same: `${fault} ${href}`,
        ...(href.startsWith("//") && {
          fix: { kind: "replace", from: href, to: `https:${href}` } as const,
        }),
      });
    }
  },
};

function judge(href: string): string | undefined {
  if (href === "") return "The address of a link is empty";
  if (href === "#") return "A link leads to “#”, which is nowhere";
  if (href.startsWith("//")) return "The address of a link lacks its https:";
  if (/^mailto:/i.test(href)) return judgeMailto(href);
  if (/^(?:tel|sms):/i.test(href)) {
    return /^(?:tel|sms):\+?[\d\s().*#;=a-z,&?-]{2,}$/i.test(decode(href))
      ? undefined
      : "A telephone link has no number";
  }
  if (/^(?:file|blob|about):/i.test(href))
    return "A link leads to this machine, where no reader is";
  if (/^https?:/i.test(href)) {
    if (!/^https?:\/\/[^/?#]/i.test(href) || !URL.canParse(href))
      return "The address of a link is malformed";
    const { hostname } = new URL(href);
    const isHost = hostname.includes(".") || hostname.startsWith("[") || hostname === "localhost";
    return isHost && !/\s/.test(href) ? undefined : "The address of a link is malformed";
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return undefined;
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(href) && !/\.(?:html?|php|aspx?)$/i.test(href)
    ? "The address of a link lacks its https://"
    : "The address of a link is relative, and a mail has no site";
}

function judgeMailto(href: string): string | undefined {
  const [to = "", query = ""] = href.slice(7).split("?");
  const given = [
    ...decode(to).split(","),
    ...(new URLSearchParams(query).get("to")?.split(",") ?? []),
  ].filter(Boolean);
  if (given.length === 0 && !query) return "A mailto: link has no address";
  return given.every((one) => mailbox.test(one.trim()))
    ? undefined
    : "The address of a mailto: link is malformed";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
