import type { InboxAttachment } from "../inbox.ts";
import { findField, type MimePart } from "./mime-part.ts";
import { trimOctets } from "./octets.ts";
import { decodeContent } from "./transfer-encoding.ts";

/** A part that is a file, and the name it has. */
export interface FilePart {
  readonly part: MimePart;
  readonly filename: string | undefined;
}

const nameByType: Readonly<Record<string, string>> = {
  "message/rfc822": "message.eml",
  "message/global": "message.eml",
  "text/calendar": "invite.ics",
  "application/ics": "invite.ics",
};

/** The files of a message, to the octet; those without a name get one. */
export function readAttachments(
  raw: Uint8Array,
  files: readonly FilePart[],
  html: string | undefined,
): readonly InboxAttachment[] {
  const shown = findContentIds(html ?? "");
  return files.map(({ part, filename }) => {
    const written = trimOctets(findField(part.fields, "content-id") ?? "");
    const contentId = written.replace(/^<|>$/g, "") || undefined;
    const isFile = part.disposition.value === "attachment";
    return {
      filename: filename ?? nameByType[part.type] ?? "attachment",
      contentType: part.type,
      contentId,
      inline:
        (contentId !== undefined && shown.has(contentId)) ||
        (!isFile && (contentId !== undefined || part.disposition.value === "inline")),
      // A copy: a view would keep, and send to other threads, the whole message.
      content: new Uint8Array(decodeContent(raw, part)),
    };
  });
}

function findContentIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, written = ""] of html.matchAll(/\bcid:([^"'\s<>)]+)/gi)) {
    ids.add(written);
    ids.add(decodePercents(written.replaceAll("&amp;", "&")));
  }
  return ids;
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
