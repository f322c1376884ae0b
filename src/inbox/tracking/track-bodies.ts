import type { TrackLinks } from "../../message/message.ts";
import { setAttribute } from "../../template/html/attributes.ts";
import { tokenize } from "../../template/html/tokenize.ts";
import type { InboxMessage } from "../inbox.ts";
import { replaceAddresses } from "../lift/find-addresses.ts";
import type { DeliveredBodies } from "./delivered-bodies.ts";
import { isTracked, trackedHref } from "./tracked-links.ts";

/** How a message is tracked. */
export interface TrackBodiesOptions {
  /** Where the API is served, such as `http://127.0.0.1:8025/postmark`. */
  readonly baseUrl: string;
  /** Place of the recipient in the envelope. */
  readonly place: number;
  readonly opens: boolean;
  readonly links: TrackLinks;
}

const placeholder = /\{\{\{\s*pm:unsubscribe\s*\}\}\}/g;

/**
 * Puts in what Postmark does on the way: a picture that tells an open, links that tell a click, and the
 * address that unsubscribes, for its placeholder. How Postmark's own addresses look is its affair.
 */
export function trackBodies(
  { id, html, text }: Pick<InboxMessage, "id" | "html" | "text">,
  { baseUrl, place, opens, links }: TrackBodiesOptions,
): DeliveredBodies {
  const at = (what: string) => `${baseUrl}/track/${what}/${id}/${place}`;
  const leave = at("unsubscribe");
  const inHtml = links === "HtmlAndText" || links === "HtmlOnly";
  const inText = links === "HtmlAndText" || links === "TextOnly";
  const pixel = `<img src="${at("open")}" width="1" height="1" alt="" style="border:0">`;
  return {
    html:
      html &&
      withPixel(inHtml ? trackHtml(html, at("click")) : html, opens ? pixel : "").replace(
        placeholder,
        leave,
      ),
    text: text && (inText ? trackText(text, at("click")) : text).replace(placeholder, leave),
  };
}

function trackHtml(html: string, base: string): string {
  let number = 0;
  return tokenize(html)
    .map((token) => {
      if (trackedHref(token) !== undefined) {
        setAttribute(token, "href", `${base}/html/${number}`);
        number += 1;
      }
      return token.raw;
    })
    .join("");
}

function trackText(text: string, base: string): string {
  let number = 0;
  return replaceAddresses(text, (address) => {
    if (!isTracked(address)) return address;
    number += 1;
    return `${base}/text/${number - 1}`;
  });
}

/** At the end of what is seen, so that it moves nothing. */
function withPixel(html: string, pixel: string): string {
  const end = html.toLowerCase().lastIndexOf("</body");
  return end < 0 ? html + pixel : html.slice(0, end) + pixel + html.slice(end);
}
