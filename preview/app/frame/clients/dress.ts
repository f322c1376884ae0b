import type { ClientName } from "../../route.ts";
import { readSupport, type SupportData } from "./client-support.ts";
import { clip } from "./clip.ts";
import { readConditionalComments } from "./conditional-comments.ts";
import { takeOutElements } from "./elements.ts";
import { dressForGmail } from "./gmail.ts";
import { parseHtml, writeHtml } from "./html-tree.ts";
import { takeOutFormats, takeOutImages } from "./images.ts";
import { dressForOutlook } from "./outlook.ts";
import { type ClientReport, createTally } from "./report.ts";

/** What is to be done to an email before it is shown. */
export interface Dressing {
  readonly client: ClientName | null;
  readonly images: boolean;
}

/** An email as a client would have it, and what that client did not take. */
export interface Dressed {
  readonly html: string;
  /** Null: no client was asked for. */
  readonly report: ClientReport | null;
  /** Why it is shown as it is sent after all; null: it is not. */
  readonly refusal: string | null;
}

/** From here on an email is not taken apart: the page would stand still for seconds. */
const mostCharacters = 4_000_000;

/** Makes of an email what a client makes of it, as far as that is known. */
export function dressHtml(html: string, dressing: Dressing, data: SupportData): Dressed {
  const { client, images } = dressing;
  const isGmail = client === "gmail" || client === "gmail-other";
  // Gmail clips first.
  if (html.length > mostCharacters && !isGmail) {
    return { html, report: null, refusal: "Too large to be taken apart: shown as it is sent" };
  }
  if (client === null) {
    const tree = parseHtml(html);
    if (!images) takeOutImages(tree);
    return { html: writeHtml(tree), report: null, refusal: null };
  }
  const support = readSupport(data, client);
  const tally = createTally();
  const clipped = isGmail ? clip(html) : { html, cutBytes: 0 };
  const tree = parseHtml(isGmail ? clipped.html : readConditionalComments(html));
  takeOutElements(tree, support, tally);
  takeOutFormats(tree, support, tally);
  if (isGmail) {
    const { cutBytes } = clipped;
    dressForGmail(tree, support, tally, { cutBytes, readsStyles: client === "gmail" });
  } else dressForOutlook(tree, support, tally);
  if (!images) takeOutImages(tree);
  return { html: writeHtml(tree), report: tally.read(client), refusal: null };
}
