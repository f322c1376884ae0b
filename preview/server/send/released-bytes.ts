/**
 * Fields that must not leave with a message: whom it was copied to in secret, tokens of Postmark, and
 * what this preview wrote for its own inbox, edited props among it.
 */
const keptHome =
  /(?<=^|\n)(?:bcc|x-letterpress-[!-9;-~]*|x-postmark-(?:server|account)-token)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$)/gi;

/** Most messages have none, and are not copied for it. */
const bareLineEnd = /\r(?!\n)|(?<!\r)\n/;

/**
 * The octets of a message that arrived, as they leave for real people: the same, but for the fields
 * that stay at home. A line that ended in half a line end ends in a whole one, since a server may
 * take it for the end of the message (RFC 5321 §2.3.8, §4.1.1.4).
 *
 * @throws {Error} when it begins with what would end a message on its way
 */
export function toReleased(raw: Uint8Array): Buffer {
  // An octet for each character, so that nothing but what is replaced changes.
  let text = Buffer.from(raw).toString("latin1");
  if (bareLineEnd.test(text)) text = text.replace(/\r\n|\r|\n/g, "\r\n");
  if (!text.endsWith("\r\n")) text += "\r\n";
  const blank = text.indexOf("\r\n\r\n");
  const bodyStart = text.startsWith("\r\n") ? 0 : blank < 0 ? text.length : blank + 2;
  const head = text.slice(0, bodyStart).replace(keptHome, "");
  if (head.startsWith(".")) throw new Error("Cannot release: the message begins with no header");
  return Buffer.from(head + text.slice(bodyStart), "latin1");
}
