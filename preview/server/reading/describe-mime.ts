import type { Message } from "../../../src/message/message.ts";
import { compose } from "../../../src/transport/compose.ts";
import type { MimeMessage } from "../../protocol/index.ts";

/**
 * A message as the transport would write it. Bcc shows in the envelope alone, and credentials are
 * not part of a message.
 *
 * @throws {InvalidMessageError} when it is larger than Postmark takes
 */
export function describeMime(message: Message): MimeMessage {
  const { bytes } = compose(message);
  // Every octet a character: what is composed is ASCII, and would be shown as it is if it were not.
  const mime = bytes.toString("latin1");
  const end = mime.indexOf("\r\n\r\n");
  const head = end < 0 ? mime : mime.slice(0, end + 2);
  return {
    mime,
    sizeBytes: bytes.length,
    headerBytes: head.length,
    headers: readHeaders(head),
    attachments: message.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      sizeBytes: content.byteLength,
    })),
  };
}

/** The headers of a head, folded lines joined (RFC 5322 §2.2.3). */
function readHeaders(head: string): MimeMessage["headers"] {
  return head
    .replace(/\r\n(?=[ \t])/g, "")
    .split("\r\n")
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(":");
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    });
}
