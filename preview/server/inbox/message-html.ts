import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import { afterPrologue } from "../../protocol/html/after-prologue.ts";

/**
 * What a tab may do with a mail's HTML that is opened by its address: show it and the pictures in
 * it. No script runs, no form is sent, nothing is framed or loaded from elsewhere, and the mail has
 * no origin of its own. Links open a new tab.
 */
export const messagePolicy = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "media-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

/**
 * How much longer than the mail's the HTML may get by what is put in place of references, in
 * characters; references beyond stay as they came. Addresses of half a million pictures fit.
 */
const growthBudget = 32 * 1024 * 1024;

/** What stands in place of a reference to a picture. */
type Place = (picture: InboxMessage["attachments"][number], index: number) => string;

/**
 * The HTML of a message for a sandboxed frame: images named by content id (RFC 2392) are put in
 * place, links open outside the frame. Everything else stays as it came.
 *
 * @param place what to write for a picture: its address, or the picture itself
 */
export function messageHtml(
  { html = "", attachments }: Pick<InboxMessage, "html" | "attachments">,
  place: Place,
): string {
  const images = new Map(
    attachments.flatMap((file, index) =>
      file.contentId === undefined ? [] : [[file.contentId, { file, index }]],
    ),
  );
  const places = new Map<string, string>();
  let left = growthBudget;
  const resolved = html.replace(/\bcid:([^\s"'<>)]+)/gi, (reference, id: string) => {
    let placed = places.get(id);
    if (placed === undefined) {
      const image = images.get(id) ?? images.get(decodeId(id));
      placed = image ? place(image.file, image.index) : reference;
      places.set(id, placed);
    }
    left -= Math.max(0, placed.length - reference.length);
    return left < 0 ? reference : placed;
  });
  // First in the document, so that it stands before any base of the mail's own.
  return afterPrologue(resolved, `<base target="_blank">`);
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
