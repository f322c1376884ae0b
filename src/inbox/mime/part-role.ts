import type { MimePart } from "./mime-part.ts";
import { findField } from "./mime-part.ts";

/** What a part without parts of its own is to the reader of the message. */
export type PartRole = "text" | "html" | "file";

/** Text that programs read; shown, it would stand for the message. */
const dataTypes: readonly string[] = [
  ...["text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/xml"],
  ...["text/css", "text/javascript", "text/rtf", "text/rfc822-headers", "text/x-amp-html"],
];

/**
 * Tells bodies from files. A part with a file name is a file, whatever its type, its disposition
 * and its place; so is what is disposed as an attachment, and what is no text.
 *
 * @see RFC 2183 §2, RFC 2046 §4.1.4
 */
export function roleOf(part: MimePart, filename: string | undefined): PartRole {
  const { type, parent } = part;
  if (filename !== undefined || part.disposition.value === "attachment") return "file";
  // A multipart without parts has no boundary that occurs: what it holds is text.
  const isEmptyMultipart = type.startsWith("multipart/") && !isTooDeep(part);
  const isText = type.startsWith("text/") || isEmptyMultipart;
  if (!isText || dataTypes.includes(type) || isShownByAnother(part)) return "file";
  if (type === "text/html") return "html";
  // A kind of text that no one knows is text; beside the same text in plain, it is a file.
  const isKnown = type === "text/plain" || isEmptyMultipart;
  return isKnown || parent?.type !== "multipart/alternative" ? "text" : "file";
}

function isTooDeep(part: MimePart): boolean {
  let depth = 0;
  for (let above = part.parent; above; above = above.parent) depth += 1;
  return depth >= 50;
}

/** In multipart/related, all but the root are there for the root to show (RFC 2387 §3). */
function isShownByAnother({ parent, fields }: MimePart): boolean {
  if (parent?.type !== "multipart/related" || parent.children[0]?.fields === fields) return false;
  return (
    findField(fields, "content-id") !== undefined ||
    findField(fields, "content-location") !== undefined
  );
}
