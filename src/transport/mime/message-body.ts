import type { Attachment, Calendar, Message } from "../../message/message.ts";
import { type Boundaries, filePart, multipart, type Part, textPart } from "./part.ts";

/**
 * The body of a message as a tree of parts (RFC 2046 §5.1): alternatives with the plainest first,
 * inline images beside the HTML that shows them, files around it all.
 */
export function composeBody(message: Message, boundaries: Boundaries): Part {
  const { attachments, html, calendar } = message;
  const isInline = (attachment: Attachment) =>
    html !== undefined && attachment.contentId !== undefined;
  const inline = attachments
    .filter(isInline)
    .map((attachment) => toPart(attachment, "inline", boundaries));
  const files = attachments
    .filter((attachment) => !isInline(attachment))
    .map((attachment) => toPart(attachment, "attachment", boundaries));
  // Programs that do not understand the invitation above offer it as a file.
  if (calendar) files.push(calendarFile(calendar, boundaries));
  const alternatives = alternativesOf(message, inline, boundaries);
  const body = multipart("multipart/alternative", alternatives, boundaries);
  return multipart("multipart/mixed", [body, ...files], boundaries);
}

function alternativesOf(
  { text, textFormat, html, calendar }: Message,
  inline: readonly Part[],
  boundaries: Boundaries,
): [Part, ...Part[]] {
  const parts: Part[] = [];
  const flow = textFormat === "flowed" ? "; format=flowed" : "";
  if (text !== undefined) parts.push(textPart(`text/plain; charset=utf-8${flow}`, text));
  if (html !== undefined) {
    const page = textPart("text/html; charset=utf-8", html);
    parts.push(multipart('multipart/related; type="text/html"', [page, ...inline], boundaries));
  }
  if (calendar) {
    const type = `text/calendar; charset=utf-8; method=${calendar.method}`;
    parts.push(textPart(type, calendar.content));
  }
  const [first = textPart("text/plain; charset=utf-8", ""), ...others] = parts;
  return [first, ...others];
}

function toPart(
  { content, filename, contentType, contentId }: Attachment,
  disposition: "inline" | "attachment",
  boundaries: Boundaries,
): Part {
  return filePart(content, { filename, contentType, contentId, disposition }, boundaries);
}

function calendarFile({ content, filename }: Calendar, boundaries: Boundaries): Part {
  const facts = { filename, contentType: "application/ics", disposition: "attachment" } as const;
  return filePart(Buffer.from(content), facts, boundaries);
}
