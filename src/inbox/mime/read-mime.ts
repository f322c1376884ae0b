import type { InboxAttachment } from "../inbox.ts";
import { toCharsetName } from "./charset/charset-name.ts";
import { decodeBody } from "./decode-body.ts";
import { createHeaderDecoder, type HeaderDecoder } from "./decode-words.ts";
import { fileNameOf } from "./file-name.ts";
import { getParameter } from "./get-parameter.ts";
import type { MimePart } from "./mime-part.ts";
import { roleOf } from "./part-role.ts";
import type { ProblemLog } from "./problem-log.ts";
import { type FilePart, readAttachments } from "./read-attachments.ts";
import { type Bodies, readBodies } from "./read-bodies.ts";
import { splitParts } from "./split-parts.ts";
import { encodingOf, isKnownEncoding } from "./transfer-encoding.ts";

/** A message read as MIME. */
export interface MimeMessage extends Bodies {
  readonly root: MimePart;
  readonly decoder: HeaderDecoder;
  readonly attachments: readonly InboxAttachment[];
}

/**
 * Reads a message's structure, its bodies and its files, in time and memory linear in its length.
 *
 * @param log receives what is wrong with it
 */
export function readMime(raw: Uint8Array, log: ProblemLog): MimeMessage {
  const octets = withLineFeeds(raw);
  const root = splitParts(octets, log);
  const decoder = createHeaderDecoder(log, charsetOf(root));
  const files: FilePart[] = [];
  const bodies = readBodies(root, (part) => {
    noteEncoding(part, log);
    const filename = fileNameOf(part, decoder);
    const role = roleOf(part, filename);
    if (role !== "file") return { role, content: decodeBody(octets, part, role, log) };
    files.push({ part, filename });
    return undefined;
  });
  const { text, html } = bodies;
  return {
    root,
    decoder,
    text: text === "" && !root.isTyped ? undefined : text,
    html,
    attachments: readAttachments(octets, files, html),
  };
}

/** Lines may end with CR alone where no LF is: an old Macintosh wrote the file. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  if (raw.includes(10) || !raw.includes(13)) return raw;
  return raw.map((octet) => (octet === 13 ? 10 : octet));
}

/** The charset that the message names first; its headers are likely to be in it as well. */
function charsetOf(root: MimePart): string | undefined {
  for (let part: MimePart | undefined = root; part; part = part.children[0]) {
    const name = toCharsetName(getParameter(part.contentType, "charset")?.octets);
    if (name === undefined || name === "none" || name === "us-ascii") continue;
    return /^utf-/.test(name) ? undefined : name;
  }
  return undefined;
}

function noteEncoding(part: MimePart, log: ProblemLog): void {
  if (isKnownEncoding(encodingOf(part))) return;
  log.add(
    "encoding-unknown",
    "A part names a Content-Transfer-Encoding that is unknown; it was taken as it is: use quoted-printable or base64",
  );
}
