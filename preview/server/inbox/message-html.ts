import type { InboxMessage } from "../../../src/inbox/inbox.ts";

/**
 * What a frame may do with a mail's HTML: show it and its pictures. No script runs, no form is
 * sent, nothing is framed, and the mail has no origin of its own. Links open a new tab.
 */
export const messagePolicy = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'unsafe-inline' http: https:",
  "img-src data: http: https:",
  "font-src data: http: https:",
  "media-src data: http: https:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

const safeImageType = /^image\/[\w.+-]+$/;

/**
 * The HTML of a message for a sandboxed frame: images named by content id (RFC 2392) are put in
 * place, links open outside the frame. Everything else stays as it came.
 */
export function messageHtml({ html = "", attachments }: InboxMessage): string {
  const images = new Map(
    attachments.flatMap((file) => (file.contentId === undefined ? [] : [[file.contentId, file]])),
  );
  const resolved = html.replace(/\bcid:([^\s"'<>)]+)/gi, (reference, id: string) => {
    const image = images.get(id) ?? images.get(decodeId(id));
    if (!image) return reference;
    const type = safeImageType.test(image.contentType) ? image.contentType : "image/png";
    return `data:${type};base64,${Buffer.from(image.content).toString("base64")}`;
  });
  // First in the document, so that it stands before any base of the mail's own.
  return withDoctypeFirst(resolved, `<base target="_blank">`);
}

function withDoctypeFirst(html: string, extra: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? "";
  return doctype + extra + html.slice(doctype.length);
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
