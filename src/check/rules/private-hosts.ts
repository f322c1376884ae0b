import { imagesOf } from "../document/images.ts";
import { linksOf, showAddress } from "../document/links.ts";
import type { Rule } from "../rule.ts";

const here =
  /^(?:localhost|.*\.localhost|.*\.local|.*\.internal|.*\.lan|host\.docker\.internal|0\.0\.0\.0|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:::1?|f[cde][\da-f]*:.*)\])$/i;

/** Nothing leads to a machine that the reader cannot reach. */
export const privateHosts: Rule = {
  name: "private-hosts",
  subject: "leftovers",
  severity: "error",
  summary: "No link and no image on `localhost` or in a private network.",
  reason: "It works for its author only: the reader gets an error page or an empty frame.",
  source: "https://www.rfc-editor.org/rfc/rfc6761#section-6.3",
  check(email, report) {
    const tell = (address: string, element: Parameters<typeof report>[0]["element"]) => {
      if (!URL.canParse(address)) return;
      const { hostname, protocol } = new URL(address);
      if (!/^https?:$/.test(protocol) || !here.test(hostname)) return;
      report({
        message: `${hostname} is a place that no reader can reach`,
        evidence: showAddress(address),
        advice: "Take the address from the settings of the app that sends the mail",
        element,
        literals: [address, new URL(address).origin],
        same: new URL(address).origin,
      });
    };
    for (const { href, element } of linksOf(email)) tell(href, element);
    for (const { src, element } of imagesOf(email)) tell(src, element);
  },
};
